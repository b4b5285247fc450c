import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a port of 127.0.0.1 that stands where another would, and does what a test wants at that very moment. */
export class StandIn {
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    this.#server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      // What arrives is taken, as one that then dies would have taken it.
      request.resume().once('end', () => answer(request, response));
    });
  }

  /** @param port - a free one when left out */
  static async start(
    answer: (request: IncomingMessage, response: ServerResponse) => void,
    port = 0,
  ): Promise<StandIn> {
    const one = new StandIn(answer);
    await new Promise<void>((done) => one.#server.listen(port, '127.0.0.1', done));
    return one;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
