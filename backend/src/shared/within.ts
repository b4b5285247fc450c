/**
 * The result of `promise`; rejects when it takes longer than `milliseconds` (what it waits for goes on). A process that
 * was too busy to look takes an answer that had come by then.
 */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    // Timers go before sockets are read: one more turn, so that what lies there is read first.
    () => setImmediate(() => reject(new Error(`no answer in ${milliseconds} ms`))),
    milliseconds,
  );
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
