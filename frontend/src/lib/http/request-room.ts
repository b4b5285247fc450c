/** What is left for what somebody really asks for. */
const RESERVE = 15;
/** The server's window: what it told longer ago says nothing any more. */
const TOLD_FOR_MS = 60_000;

let remaining = Infinity;
let toldAtMs = 0;

/** Takes up what an answer of the server tells of its limit on requests. */
export function noteRoom(headers: Headers): void {
  const told = headers.get('x-ratelimit-remaining');
  if (told === null || !/^\d+$/.test(told)) return;
  remaining = Number(told);
  toldAtMs = performance.now();
}

/** Whether requests that nobody asked for yet may be sent: those that somebody will ask for come first. */
export function hasRoomForMore(): boolean {
  return remaining >= RESERVE || performance.now() - toldAtMs > TOLD_FOR_MS;
}
