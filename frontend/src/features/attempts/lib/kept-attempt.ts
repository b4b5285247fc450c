import type { Attempt } from '../../../lib/api/generated/types.gen';
import { CONTENT_DATABASE } from '../../../lib/kept-content';
import type { SavedAnswers, ServerCopy } from './answers';
import { recallTime, rememberTime, type KeptTime, type TimeAnchor } from './countdown';
import { DeviceDatabase } from '../../../lib/device-database';
import { checksum } from './device-record';

const SCHEMA = 1;

/** What the server told last of an open attempt. */
interface KeptState {
  version: number;
  answers: SavedAnswers;
  position: number;
  /** Null: no time limit. */
  time: KeptTime | null;
}

interface Sealed<T> {
  schema: typeof SCHEMA;
  userId: string;
  checksum: string;
  content: T;
}

function sealed<T>(userId: string, content: T): Sealed<T> {
  return { schema: SCHEMA, userId, checksum: checksum(JSON.stringify(content)), content };
}

/** The content, or null where it is another user's, of another release or not as it was written. */
function unsealed<T>(stored: Sealed<T> | undefined, userId: string): T | null {
  if (stored?.schema !== SCHEMA || stored.userId !== userId) return null;
  return checksum(JSON.stringify(stored.content)) === stored.checksum ? stored.content : null;
}

/**
 * An open attempt with its questions on this device, for going on with no network. It is bound to its user,
 * nobody else is given it, and it goes when the attempt is handed in or the user signs out. Failing to keep
 * it only means that the network is needed: nothing here rejects.
 */
export class KeptAttempt {
  private readonly database: DeviceDatabase;

  constructor(
    private readonly attemptId: string,
    private readonly userId: string,
    factory: () => IDBFactory = () => window.indexedDB,
  ) {
    this.database = new DeviceDatabase(CONTENT_DATABASE, 'attempts', factory);
  }

  /** The questions, which stay the same. */
  keepContent(attempt: Attempt): Promise<boolean> {
    return this.write('content', { ...attempt, answers: {} });
  }

  /** What the server has acknowledged. */
  keepState(copy: ServerCopy, position: number, time: TimeAnchor | null): Promise<boolean> {
    const { version, answers } = copy;
    const state: KeptState = { version, answers, position, time: time && rememberTime(time) };
    return this.write('state', state);
  }

  /** The attempt as it was last known, with the time left by the wall clock, the only one that went on. */
  async recall(): Promise<{ attempt: Attempt; time: TimeAnchor | null } | null> {
    try {
      const [storedContent, storedState] = await Promise.all([
        this.read<Attempt>('content'),
        this.read<KeptState>('state'),
      ]);
      const content = unsealed(storedContent, this.userId);
      const state = unsealed(storedState, this.userId);
      if (!content || !state) return null;
      const { version, answers, position, time } = state;
      const attempt = { ...content, version, answers, currentQuestionIndex: position };
      return { attempt, time: time && recallTime(time) };
    } catch {
      // Storage is blocked: nothing was kept.
      return null;
    }
  }

  async forget(): Promise<void> {
    try {
      await this.database.change('relaxed', (store) => {
        store.delete(this.keyOf('content'));
        store.delete(this.keyOf('state'));
      });
    } catch {
      // Storage is blocked: nothing was kept.
      return;
    }
  }

  private async write<T>(part: 'content' | 'state', value: T): Promise<boolean> {
    try {
      await this.database.change('relaxed', (store) => {
        store.put(sealed(this.userId, value), this.keyOf(part));
      });
      return true;
    } catch {
      // Full or blocked: the student is told of it with the answers, which matter more.
      return false;
    }
  }

  private read<T>(part: 'content' | 'state'): Promise<Sealed<T> | undefined> {
    return this.database.read(
      (store) => store.get(this.keyOf(part)) as IDBRequest<Sealed<T> | undefined>,
    );
  }

  private keyOf(part: 'content' | 'state'): string {
    return `${this.attemptId}/${part}`;
  }
}
