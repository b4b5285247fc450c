/** How often figures are asked for anew while they are looked at, in milliseconds. */
export const LIVE_MS = 5_000;
