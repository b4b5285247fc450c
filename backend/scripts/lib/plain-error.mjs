/** A failure whose message is one sentence for the person at the terminal; shown without a stack. */
export class PlainError extends Error {}

/**
 * Runs a command's main function. A PlainError ends it with its sentence and exit code 1; a stack
 * trace is only for a mistake of ours, and only when asked for with DEBUG.
 * @param {() => Promise<number | void>} main resolves to the exit code, 0 when nothing is given
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof PlainError) return error.message;
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Something unexpected went wrong: ${message} (set DEBUG=1 to see where).`;
}
