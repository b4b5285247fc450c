import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type Argon2Cost,
  decodePasswordHash,
  encodePasswordHash,
  type PasswordHash,
} from './domain/password-hash.js';
import { Semaphore } from './domain/semaphore.js';
import { signInBusy } from './identity.errors.js';

const argon2Async = promisify(argon2);

/** OWASP's figures for argon2id. */
const COST: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** 19 MiB each, on a thread of the pool each: the rest of the pool stays free for other work. */
const AT_ONCE = 2;
/** About ten seconds of work; whoever comes later is better told so. */
const MAX_WAITING = 400;

/** Hashes and checks passwords, a few at a time, so that a burst cannot exhaust memory. */
@Injectable()
export class PasswordHasher {
  private readonly semaphore = new Semaphore(AT_ONCE, MAX_WAITING);
  /** Of no password: checked in place of an unknown account's, so that both take the same time. */
  private readonly decoy = encodePasswordHash({
    ...COST,
    salt: randomBytes(SALT_BYTES),
    tag: randomBytes(TAG_BYTES),
  });

  /** A PHC string. @throws AppError SIGN_IN_BUSY */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return encodePasswordHash({ ...COST, salt, tag: await this.derive(password, salt, COST) });
  }

  /**
   * Whether the password is the one of the hash; null stands for an account that does not exist and
   * costs as much. @throws AppError SIGN_IN_BUSY
   */
  async verify(password: string, phc: string | null): Promise<boolean> {
    const stored = decodePasswordHash(phc ?? this.decoy);
    const tag = await this.derive(password, stored.salt, stored, stored.tag.length);
    return timingSafeEqual(tag, stored.tag) && phc !== null;
  }

  private async derive(
    password: string,
    salt: PasswordHash['salt'],
    { memory, passes, parallelism }: Argon2Cost,
    tagLength = TAG_BYTES,
  ): Promise<Buffer> {
    if (this.semaphore.isFull) throw signInBusy();
    // One spelling for what looks the same: keyboards differ in how they compose an accent.
    const message = password.normalize('NFKC');
    const cost = { memory, passes, parallelism };
    return this.semaphore.run(() =>
      argon2Async('argon2id', { message, nonce: salt, tagLength, ...cost }),
    );
  }
}
