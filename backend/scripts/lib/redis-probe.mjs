import { createConnection } from 'node:net';
import { connect as connectEncrypted } from 'node:tls';

/**
 * Why the Redis at a URL cannot be used, in a few words; null when it answers.
 * @param {string} url
 * @returns {Promise<string | null>}
 */
export async function redisProblem(url) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['redis:', 'rediss:'].includes(parsed.protocol))
    return 'it is not a redis:// address';
  const address = { host: parsed.hostname, port: Number(parsed.port || 6379), timeout: 3000 };
  return new Promise((done) => {
    const socket =
      parsed.protocol === 'rediss:' ? connectEncrypted(address) : createConnection(address);
    const finish = (/** @type {string | null} */ answer) => (socket.destroy(), done(answer));
    const words = [parsed.username, parsed.password].filter(Boolean).map(decodeURIComponent);
    const auth = words.length > 0 ? encode(['AUTH', ...words]) : '';
    let reply = '';
    socket.once('timeout', () => finish('it does not answer'));
    socket.once('error', (error) => finish(error.message || 'nothing listens there'));
    socket.once('close', () => finish('it closed the connection'));
    socket.on('data', (chunk) => {
      reply += chunk;
      if (/\+PONG/.test(reply)) finish(null);
      else if (/^-(?!LOADING)/m.test(reply))
        finish(reply.replace(/^[^-]*-/, '').split('\r')[0] ?? '');
      else if (/^-LOADING/m.test(reply)) finish('it is still loading');
    });
    socket.write(auth + encode(['PING']));
  });
}

/** @param {string[]} words */
function encode(words) {
  return `*${words.length}\r\n${words.map((w) => `$${Buffer.byteLength(w)}\r\n${w}\r\n`).join('')}`;
}
