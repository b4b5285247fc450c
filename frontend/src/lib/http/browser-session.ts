import { readFlag, writeFlag } from '../storage';
import { send } from './send';
import { Session } from './session';
import { openSessionChannel } from './session-channel';
import { exclusively } from './tab-lock';

const HINT_KEY = 'qm-signed-in';

/** The session of this page. */
export const session = new Session({
  requestRefresh: () => send(new Request('/api/auth/refresh', { method: 'POST' })),
  channel: openSessionChannel('qm-session'),
  exclusively: (task) => exclusively('qm-refresh', task),
  hint: { get: () => readFlag(HINT_KEY), set: (signedIn) => writeFlag(HINT_KEY, signedIn) },
  nowMs: () => performance.now(),
});
