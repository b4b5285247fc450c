/** npm passes on a signal that the terminal has also sent to the whole group: that is one, not two. */
const SAME_SIGNAL_MS = 1000;

/**
 * Listens for the wish to stop: Ctrl-C, SIGTERM, a closed terminal, or the death of the npm that
 * started this process.
 * @param {{ onFirst: () => void, onSecond: () => void }} react onSecond: the user will not wait
 * @returns {() => void} how to stop listening
 */
export function onStopSignals({ onFirst, onSecond }) {
  let firstAt = 0;
  const react = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      onFirst();
    } else if (Date.now() - firstAt > SAME_SIGNAL_MS) onSecond();
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, react);
  const watch = watchParent(react);
  return () => {
    for (const signal of signals) process.off(signal, react);
    clearInterval(watch);
  };
}

/**
 * A shell between npm and this process swallows what npm passes on, but then dies of it. Only
 * under npm: elsewhere a parent that ends is usual (`node up.mjs &`).
 * @param {() => void} onOrphaned
 */
function watchParent(onOrphaned) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onOrphaned();
  }, 500);
  return watch.unref();
}
