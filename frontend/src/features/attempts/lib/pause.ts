/** A wait that something else can end early. One at a time. */
export class Pause {
  private wake: (() => void) | null = null;

  /** Fulfilled after so many milliseconds (null: never by itself) or by `end`. */
  begin(milliseconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(() => this.end(), milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.wake?.();
    this.wake = null;
  }
}
