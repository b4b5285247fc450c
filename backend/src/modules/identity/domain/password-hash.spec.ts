import { describe, expect, it } from 'vitest';
import { decodePasswordHash, encodePasswordHash } from './password-hash.js';

const hash = {
  memory: 19456,
  passes: 2,
  parallelism: 1,
  salt: Buffer.alloc(16, 1),
  tag: Buffer.alloc(32, 2),
};

describe('a stored password hash', () => {
  it('carries its own costs, so that they can be raised later', () => {
    expect(encodePasswordHash(hash)).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^=$]+\$[^=$]+$/u,
    );
    expect(decodePasswordHash(encodePasswordHash(hash))).toEqual(hash);
  });

  it('is not read from something else', () => {
    expect(() => decodePasswordHash('plain text')).toThrow('PHC');
  });
});
