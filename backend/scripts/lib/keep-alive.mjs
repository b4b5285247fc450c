import { setTimeout as delay } from 'node:timers/promises';
import { PlainError } from './plain-error.mjs';
import { say } from './progress.mjs';

const MOST_PER_MINUTE = 5;
const MINUTE_MS = 60_000;

/**
 * Something that runs and can be started again.
 * @typedef {{ pid: number, ready?: Promise<void>, exited: Promise<string>, stop: (graceMs: number) => Promise<void>, signal: (signal: NodeJS.Signals) => void }} Running
 */

/**
 * Starts a program (see `ready` for whether it came up) and starts it again whenever it ends by itself, a little later each time; with
 * more than five ends within a minute it gives up.
 * @param {object} options
 * @param {string} options.name for messages: "The API"
 * @param {() => Promise<Running> | Running} options.start
 * @param {(running: Running) => void} options.onStarted told of each new process
 * @param {string} options.logFile
 */
export async function keepAlive({ name, start, onStarted, logFile }) {
  let wanted = true;
  let restarting = false;
  let current = await start();
  onStarted(current);
  let wasReady = false;
  const ready = (current.ready ?? Promise.resolve()).then(() => {
    wasReady = true;
  });
  // Told to whoever waits for it; a start that is called off must not end the launcher by this.
  ready.catch(() => undefined);
  /** @type {(error: Error) => void} */
  let fail;
  /** Rejected when it gives up; never resolved. @type {Promise<never>} */
  const gaveUp = new Promise((_, reject) => (fail = reject));
  gaveUp.catch(() => undefined);
  /** @type {Promise<void>} */
  let starting = Promise.resolve();
  void watch();

  async function watch() {
    /** @type {number[]} */
    let ends = [];
    for (;;) {
      const how = await current.exited;
      // What never came up is the failure of the start, not something to be tried again.
      if (!wanted || !wasReady) return;
      if (!restarting) {
        ends = [...ends.filter((at) => Date.now() - at < MINUTE_MS), Date.now()];
        if (ends.length > MOST_PER_MINUTE) {
          return fail(
            new PlainError(
              `${name} has ended ${ends.length} times within a minute (${how}), so QuizMaster stops. Its log: ${logFile}`,
            ),
          );
        }
        say(`${name} ended unexpectedly (${how}); starting it again.`);
        await delay(100 * 2 ** (ends.length - 1));
      }
      if (!wanted) return;
      restarting = false;
      starting = startAgain();
      await starting;
    }
  }

  async function startAgain() {
    try {
      current = await start();
      onStarted(current);
    } catch (error) {
      // Counted as one more end, since what did not start has also ended.
      const how = error instanceof Error ? error.message : String(error);
      current = { ...current, exited: Promise.resolve(how) };
    }
  }

  return {
    ready,
    gaveUp,
    /** Starts it anew, for code that has changed. @param {number} graceMs */
    restart: async (graceMs) => {
      restarting = true;
      await current.stop(graceMs);
    },
    /** @param {number} graceMs */
    stop: async (graceMs) => {
      wanted = false;
      await starting;
      await current.stop(graceMs);
    },
    /** At once, for the user who will not wait. @param {NodeJS.Signals} signal */
    abandon: (signal) => {
      wanted = false;
      current.signal(signal);
    },
  };
}
