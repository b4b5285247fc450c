import { expect, vi } from 'vitest';
import type {
  ImportAcceptedDto,
  ImportDto,
} from '../../src/modules/word-import/word-import.dto.js';
import type { UploadOptions, Visitor } from './visitor.js';

/** Uploads a file that is accepted; the id of its import. */
export async function accepted(
  admin: Visitor,
  bytes: Uint8Array,
  options?: UploadOptions,
): Promise<string> {
  const reply = await admin.upload<ImportAcceptedDto>(bytes, options);
  expect(reply.status, JSON.stringify(reply.body)).toBe(202);
  return reply.body.importId;
}

export async function importOf(admin: Visitor, id: string): Promise<ImportDto> {
  return (await admin.get<ImportDto>(`/api/imports/${id}`)).body;
}

/** Resolves with the import once it is in the state, by default once nothing more will happen to it. */
export function settled(
  admin: Visitor,
  id: string,
  states: ImportDto['state'][] = ['DONE', 'FAILED'],
): Promise<ImportDto> {
  return vi.waitFor(
    async () => {
      const found = await importOf(admin, id);
      expect(states).toContain(found.state);
      return found;
    },
    { timeout: 60_000, interval: 50 },
  );
}
