/** @type {NodeJS.WritableStream} */
let out = process.stderr;

/**
 * Where progress lines go; standard error until told otherwise, so that a command may have its
 * result on standard output.
 * @param {NodeJS.WritableStream} stream
 */
export function sendProgressTo(stream) {
  out = stream;
}

/** @param {string} line */
export function say(line) {
  out.write(`${line}\n`);
}

/**
 * Says what is being done, how long it has been going on while it takes long, and how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const begin = Date.now();
  say(`${label} …`);
  const ticker = setInterval(() => say(`  … still at it after ${elapsed(begin)}`), 15_000);
  try {
    const result = await work();
    say(`  done in ${elapsed(begin)}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

/**
 * The time since a moment (ms since 1970), as `3.2 s` or `1 min 5 s`.
 * @param {number} begin
 */
export function elapsed(begin) {
  const seconds = (Date.now() - begin) / 1000;
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}
