import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a refresh token says: the `generation`-th token of one session. */
export interface RefreshClaim {
  sessionId: string;
  generation: number;
}

const TOKEN = /^([0-9a-f-]{36})\.([1-9]\d{0,8})\.([\w-]{43})$/u;

/** A key for refresh tokens alone, so that none can be made from, or taken for, another token. */
export function deriveRefreshKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'quizmaster refresh token v1', 32));
}

/**
 * `sessionId.generation.HMAC`. The same claim always gives the same token: a lost answer can be
 * repeated although only the generation is stored.
 */
export function signRefreshToken(key: Buffer, { sessionId, generation }: RefreshClaim): string {
  const claim = `${sessionId}.${generation}`;
  return `${claim}.${mac(key, claim).toString('base64url')}`;
}

/** The claim of a token that was signed with this key; null for anything else. */
export function readRefreshToken(key: Buffer, token: string): RefreshClaim | null {
  const [, sessionId, generation = '', signature] = TOKEN.exec(token) ?? [];
  if (sessionId === undefined || signature === undefined) return null;
  const expected = mac(key, `${sessionId}.${generation}`);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { sessionId, generation: Number(generation) };
}

function mac(key: Buffer, claim: string): Buffer {
  return createHmac('sha256', key).update(claim).digest();
}
