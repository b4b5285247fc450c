import { send } from './send';
import { Session } from './session';
import { openSessionChannel } from './session-channel';
import { browserMemory } from './session-memory';
import { exclusively } from './tab-lock';

/** The session of this page. */
export const session = new Session({
  requestRefresh: () => send(new Request('/api/auth/refresh', { method: 'POST' })),
  channel: openSessionChannel('qm-session'),
  exclusively: (task) => exclusively('qm-refresh', task),
  memory: browserMemory,
  nowMs: () => performance.now(),
});
