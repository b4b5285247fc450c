import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';

const LOOK_EVERY_MS = 750;
const PATIENCE_MS = 1_250;
/** A busy server takes longer to let somebody in than to answer; one that was just silent is not given that. */
const CONNECT_PATIENCE_MS = 2_500;

interface Probe {
  client: pg.Client;
  connected: Promise<void>;
  isConnected: boolean;
}

/**
 * Notices within two seconds that a server no longer answers anybody (it is frozen, or the network is), as
 * against a statement that takes long: then every connection that waits for it is given up, so that its
 * caller can be told, instead of each waiting as long as the slowest statement may take.
 */
export class SilenceWatch {
  private readonly busy = new Set<pg.Client>();
  private probe: Probe | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private wasSilent = false;

  constructor(
    private readonly connectionString: string,
    private readonly onSilence: (connections: number) => void,
  ) {}

  watch(pool: pg.Pool): void {
    const forget = (client: pg.ClientBase) => {
      if (client instanceof pg.Client) this.busy.delete(client);
    };
    // Before it is needed: a silent server lets nobody in, and that takes longer to tell.
    pool.on('connect', () => {
      if (!this.probe && !this.stopped) this.openProbe();
    });
    pool.on('acquire', (client) => {
      if (!(client instanceof pg.Client)) return;
      this.busy.add(client);
      this.lookSoon();
    });
    pool.on('release', (_error, client) => {
      forget(client);
    });
    pool.on('remove', forget);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    if (this.probe) this.dropProbe(this.probe);
  }

  private lookSoon(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  private async look(): Promise<void> {
    const waiting = [...this.busy];
    if (waiting.length > 0 && !(await this.isHeard()) && !this.stopped) {
      const silent = waiting.filter((client) => this.busy.has(client));
      this.onSilence(silent.length);
      // With a statement under way this cuts the connection, and the statement fails at once.
      for (const client of silent) void client.end();
    }
    this.timer = null;
    if (this.busy.size > 0) this.lookSoon();
  }

  /** False only where nothing at all came back; a server that refuses or hangs up is not silent. */
  private async isHeard(): Promise<boolean> {
    const probe = this.probe ?? this.openProbe();
    const asked = probe.connected
      .then(() => probe.client.query('SELECT 1'))
      .then(
        () => true,
        () => {
          this.dropProbe(probe);
          return true;
        },
      );
    const quick = probe.isConnected || this.wasSilent;
    const patience = new AbortController();
    const waiting = waited(quick ? PATIENCE_MS : CONNECT_PATIENCE_MS, patience.signal);
    const heard = await Promise.race([asked, waiting.then(() => false)]);
    patience.abort();
    this.wasSilent = !heard;
    if (!heard) this.dropProbe(probe);
    return heard;
  }

  private openProbe(): Probe {
    const { connectionString } = this;
    const client = new pg.Client({ connectionString, application_name: 'quizmaster probe' });
    const connected = client.connect().then(() => {
      probe.isConnected = true;
    });
    const probe: Probe = { client, connected, isConnected: false };
    client.on('error', () => {
      this.dropProbe(probe);
    });
    connected.catch(() => {
      this.dropProbe(probe);
    });
    this.probe = probe;
    return probe;
  }

  private dropProbe(probe: Probe): void {
    if (this.probe === probe) this.probe = null;
    void probe.client.end();
  }
}

/** Resolves after the patience, and not before what has come in meanwhile has been read: this process may be the slow one. */
function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(() => {
      void turn()
        .then(turn)
        .then(() => {
          done();
        });
    }, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}
