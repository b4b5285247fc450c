/** Callers that arrive while a task is under way share its outcome instead of starting another. */
export function createSingleFlight<T>(): (task: () => Promise<T>) => Promise<T> {
  let underWay: Promise<T> | null = null;
  return (task) => {
    underWay ??= task().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
