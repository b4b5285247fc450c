interface HeardEvent {
  type: string;
  data: Record<string, unknown>;
}

/** A page that listens to the events of whoever holds the token. */
export class EventListener {
  readonly events: HeardEvent[] = [];
  /** Fulfilled when the stream has ended; false: by a broken connection. */
  readonly ended: Promise<boolean>;

  private constructor(
    readonly response: Response,
    private readonly leaving: AbortController,
  ) {
    this.ended = this.read();
  }

  static async open(url: string, token: string, headers: Record<string, string> = {}) {
    const leaving = new AbortController();
    const response = await fetch(`${url}/api/events`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: leaving.signal,
    });
    return new EventListener(response, leaving);
  }

  heard(type: string): HeardEvent[] {
    return this.events.filter((event) => event.type === type);
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.ended;
  }

  private async read(): Promise<boolean> {
    const decoder = new TextDecoder();
    let rest = '';
    const body: AsyncIterable<Uint8Array> = this.response.body ?? new ReadableStream();
    try {
      for await (const chunk of body) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
      return true;
    } catch {
      // The connection broke, or the page left.
      return false;
    }
  }

  private take(block: string): void {
    const type = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (type !== undefined && data !== undefined) {
      this.events.push({ type, data: JSON.parse(data) as Record<string, unknown> });
    }
  }
}
