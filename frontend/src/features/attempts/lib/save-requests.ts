import type { SaveOutcome, Transport } from './autosave-types';
import type { Progress, SentProgress } from './progress';
import { SaveSchedule, type ChangeTimes } from './save-schedule';

interface SaveRequestsOptions {
  progress: Progress;
  transport: Transport;
  /** 0 to 1, for the jitter of retries. */
  random: () => number;
  /** Would the server take a save now? */
  maySend: () => boolean;
  /** Is the attempt still being taken? What comes of a save after that is of no interest. */
  isOpen: () => boolean;
  /** What the answer means for the page; before the next save is planned. `askedMs`: monotonic. */
  onOutcome: (outcome: SaveOutcome, askedMs: number) => void;
  /** A request is over, or one is due. */
  onChange: () => void;
}

interface InFlight extends SentProgress {
  taken: ChangeTimes | null;
  askedMs: number;
}

/** After so many in a row another device is writing at the same time: do not race it. */
const CONFLICTS_BEFORE_BACK_OFF = 3;

/**
 * The saves of one page: when the next is due, and what is under way. At most one request is, but for
 * the last one of a page that is being left. A request whose outcome is unknown is never repeated: the
 * next one has a new `seq` and carries at least the same changes, so the server can take either or both.
 */
export class SaveRequests {
  private inFlight: InFlight[] = [];
  private conflictsInARow = 0;
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly schedule: SaveSchedule;

  constructor(private readonly options: SaveRequestsOptions) {
    this.schedule = new SaveSchedule(options.random);
  }

  get isSaving(): boolean {
    return this.inFlight.length > 0;
  }

  answerChanged(): void {
    this.schedule.answerChanged(performance.now());
  }

  becameDirty(): void {
    this.schedule.becameDirty(performance.now());
  }

  hurry(): void {
    this.schedule.hurry(performance.now(), null);
  }

  start(): void {
    this.stopped = false;
  }

  /** Nothing is sent or heard any more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Sends what is due, or sets the timer for it. */
  plan(): void {
    clearTimeout(this.timer);
    const { progress, maySend, onChange } = this.options;
    // Whatever became of a request: what the server lacks is always due some time.
    if (!this.isSaving && progress.hasSomethingToSend()) this.becameDirty();
    const dueAt = this.schedule.nextAt();
    const free = !this.stopped && !this.isSaving && maySend();
    if (!free || dueAt === null || !progress.hasSomethingToSend()) return;
    const delay = dueAt - performance.now();
    if (delay <= 0) void this.send({ leaving: false });
    else this.timer = setTimeout(onChange, delay);
  }

  /** What is not on its way yet goes in a request that outlives the page. Whether there was any. */
  sendLast(): boolean {
    const { progress } = this.options;
    const latest = this.inFlight.at(-1);
    if (!progress.hasSomethingToSend() || (latest && progress.isCoveredBy(latest))) return false;
    void this.send({ leaving: true });
    return true;
  }

  private async send(options: { leaving: boolean }): Promise<void> {
    const { progress, transport, isOpen, onOutcome, onChange } = this.options;
    const taken = this.schedule.take();
    const sent = { ...progress.next('save'), taken, askedMs: performance.now() };
    this.inFlight.push(sent);
    const outcome = await transport.save(progress.mutationOf(sent), options);
    // Another page may have taken this one's record over by now: it must not be written again.
    if (this.stopped) return;
    this.inFlight = this.inFlight.filter((other) => other !== sent);
    if (isOpen()) {
      onOutcome(outcome, sent.askedMs);
      this.settle(outcome, sent);
    }
    onChange();
  }

  /** What the answer means for the changes that were sent, and for the next request. */
  private settle(outcome: SaveOutcome, sent: InFlight): void {
    const { progress } = this.options;
    const now = performance.now();
    switch (outcome.kind) {
      case 'saved':
        this.conflictsInARow = 0;
        progress.confirm(sent, outcome);
        this.schedule.succeeded(now, progress.hasSomethingToSend());
        break;
      case 'conflict':
        this.conflictsInARow += 1;
        progress.merge(outcome.server);
        if (this.conflictsInARow > CONFLICTS_BEFORE_BACK_OFF) {
          this.schedule.failed(now, sent.taken, null);
        } else this.schedule.hurry(now, sent.taken);
        break;
      case 'refused':
        this.schedule.refused(now, sent.taken);
        break;
      case 'unavailable':
        this.schedule.failed(now, sent.taken, outcome.retryAfterSeconds);
        break;
      case 'signed-out':
        this.schedule.hurry(now, sent.taken);
        break;
      case 'closed': // Nothing more is saved: the page hands in what it has.
    }
  }
}
