import { isIP } from 'node:net';
import { sha256Hex } from '../shared/hash.js';

/** Who a count belongs to. */
export interface Subject {
  kind: 'address' | 'user' | 'account';
  id: string;
}

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Of an IPv6 address, in groups: what one customer is given whole, to change addresses in as often as he likes. */
const PREFIX_GROUPS = 4;

export function userSubject(userId: string): Subject {
  return { kind: 'user', id: userId };
}

/** An account that may not exist, by what was typed; e-mails are for nobody to read in Redis. */
export function accountSubject(email: string): Subject {
  return { kind: 'account', id: sha256Hex(email).slice(0, 32) };
}

/** The same for every way to write one address, and for all addresses of one IPv6 network (/64). */
export function addressSubject(address: string): Subject {
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  if (mapped !== undefined) return { kind: 'address', id: mapped };
  if (isIP(address) === 6) return { kind: 'address', id: networkOf(address) };
  return { kind: 'address', id: isIP(address) === 4 ? address : 'unknown' };
}

/** The first half of an IPv6 address, as `2001:db8:0:1::/64`. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  // An embedded IPv4 address is two groups.
  const given = front.length + back.length + (address.includes('.') ? 1 : 0);
  const zeros = Array<string>(tail === undefined ? 0 : 8 - given).fill('0');
  const groups = [...front, ...zeros, ...back].slice(0, PREFIX_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
