/**
 * Work on one thing at a time, in the order it came; work on different things goes on side by side. Many requests
 * about one row then wait here, and not each on a connection of the database.
 */
export class Turns {
  /** By key with work under way: those who wait for their turn. */
  private readonly waiting = new Map<string, PromiseWithResolvers<void>[]>();

  /** @param isForAll whether what failed one would fail each who waits as well: they are told at once */
  constructor(private readonly isForAll: (error: unknown) => boolean) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    await this.take(key);
    try {
      return await work();
    } catch (error) {
      if (this.isForAll(error)) this.failAll(key, error);
      throw error;
    } finally {
      this.pass(key);
    }
  }

  private take(key: string): Promise<void> | undefined {
    const queue = this.waiting.get(key);
    if (queue === undefined) {
      this.waiting.set(key, []);
      return undefined;
    }
    const turn = Promise.withResolvers<void>();
    queue.push(turn);
    return turn.promise;
  }

  private failAll(key: string, error: unknown): void {
    for (const turn of this.waiting.get(key)?.splice(0) ?? []) turn.reject(error);
  }

  private pass(key: string): void {
    const next = this.waiting.get(key)?.shift();
    if (next === undefined) this.waiting.delete(key);
    else next.resolve();
  }
}
