/**
 * Runs `stop` once, at SIGTERM, SIGINT or when the launcher that started this process is gone; the process ends
 * when it is done, or after `limitSeconds` at the latest.
 */
export function stopOnSignal(stop: () => Promise<void>, limitSeconds: number): void {
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), limitSeconds * 1000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
  if (process.send !== undefined) process.on('disconnect', begin);
}

/** Tells the launcher, where there is one, that this process is ready to work. */
export function announceReady(): void {
  process.send?.('ready');
}

/** Ends the process with the error on standard error: for what goes wrong before there is a logger. */
export function fail(error: unknown): never {
  const isExpected = error instanceof Error && error.name === 'ConfigError';
  const text =
    error instanceof Error
      ? ((isExpected ? error.message : error.stack) ?? error.message)
      : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
