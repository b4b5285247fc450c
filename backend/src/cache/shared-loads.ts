/** Loads that are under way, so that those who want the same value share one. */
export class SharedLoads {
  private readonly underWay = new Map<
    string,
    { marks: readonly string[]; promise: Promise<unknown> }
  >();

  /** The result of `work`, or of the one under way by the same name. */
  run<T>(name: string, marks: readonly string[], work: () => Promise<T>): Promise<T> {
    const existing = this.underWay.get(name);
    if (existing !== undefined) return existing.promise as Promise<T>;
    const promise = work().finally(() => {
      // After a change a newer load may have taken the place.
      if (this.underWay.get(name)?.promise === promise) this.underWay.delete(name);
    });
    this.underWay.set(name, { marks, promise });
    return promise;
  }

  /** Whoever comes from now on shares no load of what depends on these. */
  leave(marks: readonly string[]): void {
    for (const [name, load] of this.underWay) {
      if (marks.some((mark) => load.marks.includes(mark))) this.underWay.delete(name);
    }
  }
}
