// What a run is given by `k6 run -e NAME=value`; `npm run load` gives all of it.

/** Users at once, where the script does not say it itself. */
export const USERS = Number(__ENV.USERS ?? 50);
/** How long the measured part takes, starting and ending aside. */
export const SECONDS = Number(__ENV.SECONDS ?? 60);
/** JSON of `Visitors` (students.js): who the virtual users are. */
export const STUDENTS_FILE = __ENV.STUDENTS_FILE ?? 'students.json';
export const BASE_URL = __ENV.BASE_URL ?? 'http://127.0.0.1:3000';
/** Where the figures are written as JSON; only shown when it is not set. */
export const SUMMARY_FILE = __ENV.SUMMARY_FILE ?? '';
