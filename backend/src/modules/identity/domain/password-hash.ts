/** Costs of argon2id: `memory` in KiB, `passes` over it, `parallelism` in lanes. */
export interface Argon2Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

export interface PasswordHash extends Argon2Cost {
  salt: Buffer;
  tag: Buffer;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** The PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, which carries its own costs. */
export function encodePasswordHash(hash: PasswordHash): string {
  const { memory, passes, parallelism, salt, tag } = hash;
  const cost = `m=${memory},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${cost}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** @throws Error when the text is no argon2id PHC string: what is stored is broken, not what was typed */
export function decodePasswordHash(phc: string): PasswordHash {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(phc) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('Not an argon2id PHC string');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
