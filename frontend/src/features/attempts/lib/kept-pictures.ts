import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import { PICTURE_CACHES } from '../../../lib/kept-content';

const MEDIA = /"media":"([0-9a-f-]{36})"/g;

/** The addresses of the pictures in some questions; an address never changes its content. */
export function pictureAddresses(questions: readonly AttemptQuestion[]): string[] {
  const found = [...JSON.stringify(questions).matchAll(MEDIA)].map(([, id]) => id ?? '');
  return [...new Set(found)].map((id) => `/api/media/${id}`);
}

/** Keeps the pictures of an attempt on the device, one after the other; false when some are missing yet. */
export async function keepPictures(
  attemptId: string,
  questions: readonly AttemptQuestion[],
): Promise<boolean> {
  const addresses = pictureAddresses(questions);
  if (addresses.length === 0 || !('caches' in window)) return true;
  try {
    const cache = await caches.open(PICTURE_CACHES + attemptId);
    for (const address of addresses) {
      if (!(await cache.match(address))) await cache.add(address);
    }
    return true;
  } catch {
    // No network just now, or no room: until it is there, pictures come from the network alone.
    return false;
  }
}

export async function forgetPictures(attemptId: string): Promise<void> {
  if (!('caches' in window)) return;
  await caches.delete(PICTURE_CACHES + attemptId).catch(() => false);
}
