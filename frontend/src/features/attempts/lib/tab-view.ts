import type { Attempt } from '../../../lib/api/generated/types.gen';
import type { AutoSave } from './autosave';
import type { AutoSaveSnapshot } from './autosave-types';
import { secondsLeft } from './countdown';

/** What a following tab shows of the leading one. */
export interface TabView {
  attempt: Attempt;
  snapshot: AutoSaveSnapshot;
}

type Message =
  | { kind: 'hello' }
  | { kind: 'attempt'; attempt: Attempt }
  /** Moments are told as time left and time gone: every page has a monotonic clock of its own. */
  | {
      kind: 'snapshot';
      snapshot: AutoSaveSnapshot;
      remainingSeconds: number | null;
      savedAgoMs: number | null;
    };

const EVERY_MS = 100;

const viewChannel = (name: string) => new BroadcastChannel(`${name}-view`);

function told(snapshot: AutoSaveSnapshot): Message {
  const now = performance.now();
  const { time, lastSaved } = snapshot;
  return {
    kind: 'snapshot',
    snapshot,
    remainingSeconds: time && secondsLeft(time, now),
    savedAgoMs: lastSaved === null ? null : now - lastSaved,
  };
}

function heard(message: Extract<Message, { kind: 'snapshot' }>): AutoSaveSnapshot {
  const now = performance.now();
  const { snapshot, remainingSeconds, savedAgoMs } = message;
  const verified = snapshot.time?.verified ?? false;
  return {
    ...snapshot,
    time: remainingSeconds === null ? null : { remainingSeconds, atMs: now, verified },
    lastSaved: savedAgoMs === null ? null : now - savedAgoMs,
  };
}

/** Lets the tabs that follow see the attempt as it is on this page. Returns the function that ends it. */
export function showToTabs(name: string, attempt: Attempt, autosave: AutoSave): () => void {
  const channel = viewChannel(name);
  const post = (message: Message) => {
    channel.postMessage(message);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    timer = undefined;
    post(told(autosave.getSnapshot()));
  };
  const introduce = () => {
    post({ kind: 'attempt', attempt });
    show();
  };
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello') introduce();
  };
  const unsubscribe = autosave.subscribe(() => {
    timer ??= setTimeout(show, EVERY_MS);
  });
  introduce();
  return () => {
    unsubscribe();
    if (timer !== undefined) {
      clearTimeout(timer);
      // The last word before this page goes: handed in, for one.
      show();
    }
    channel.close();
  };
}

/** Calls `onView` with what the leading tab shows, now and whenever it changes. Returns the function that ends it. */
export function watchTab(name: string, onView: (view: TabView) => void): () => void {
  const channel = viewChannel(name);
  let attempt: Attempt | null = null;
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'attempt') attempt = data.attempt;
    else if (data.kind === 'snapshot' && attempt) onView({ attempt, snapshot: heard(data) });
  };
  const hello: Message = { kind: 'hello' };
  channel.postMessage(hello);
  return () => {
    channel.close();
  };
}
