import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export async function freePort() {
  const server = await listen(0);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((done) => server.close(done));
  return port;
}

/**
 * Why a port of 127.0.0.1 cannot be listened on: EADDRINUSE, EACCES …; null when it can.
 * @param {number} port
 * @returns {Promise<string | null>}
 */
export async function portProblem(port) {
  try {
    const server = await listen(port);
    await new Promise((done) => server.close(done));
    return null;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error);
  }
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Server>}
 */
function listen(port) {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}
