import { existsSync } from 'node:fs';
import { onPath } from './redis-server.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

export const NO_CHROMIUM =
  'No Chromium to be had: install it (Debian: apt install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.';

/**
 * The browser for the end-to-end tests: CHROMIUM_PATH, or the first usual one.
 * @returns {string | null}
 */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  return onPath(NAMES) ?? (existsSync(MAC) ? MAC : null);
}
