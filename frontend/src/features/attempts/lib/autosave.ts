import type { AnswerValue, ServerCopy } from './answers';
import type {
  AutoSaveSnapshot,
  Failure,
  Phase,
  SaveOutcome,
  SaveProblem,
  Transport,
} from './autosave-types';
import { afterSleep, anchorTime, secondsLeft, type TimeAnchor } from './countdown';
import type { DeviceRecord } from './device-record';
import { HandIn } from './hand-in';
import { Progress, type ProgressOptions, type SentProgress } from './progress';
import { SaveSchedule, type ChangeTimes } from './save-schedule';

export interface AutoSaveOptions extends ProgressOptions {
  time: TimeAnchor | null;
  /** The server could not be asked when the page opened: what it had is only known from before. */
  away: boolean;
  transport: Transport;
  /** 0 to 1, for the jitter of retries. */
  random: () => number;
}

interface InFlight extends SentProgress {
  taken: ChangeTimes | null;
  askedMs: number;
}

/** After so many in a row another device is writing at the same time: do not race it. */
const CONFLICTS_BEFORE_BACK_OFF = 3;

/**
 * The autosave of one page: keeps every change on the device at once, sends what the server has not
 * acknowledged, and knows of each answer where it is. At most one request is under way, but for the
 * last one of a page that is being left. A request whose outcome is unknown is never repeated: the next
 * one has a new `seq` and carries at least the same changes, so the server can take either or both.
 */
export class AutoSave {
  private phase: Phase = 'open';
  private signedOut = false;
  private stopped = false;
  private inFlight: InFlight[] = [];
  private conflictsInARow = 0;
  private lastSaved: number | null = null;
  private error: SaveProblem | null = null;
  private time: TimeAnchor | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly handIn: HandIn;
  private submission: Promise<void> | null = null;
  private snapshot: AutoSaveSnapshot;
  private readonly transport: Transport;
  private readonly schedule: SaveSchedule;
  private readonly progress: Progress;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: AutoSaveOptions) {
    this.transport = options.transport;
    this.time = options.time;
    if (options.away) this.error = { kind: 'offline' };
    this.schedule = new SaveSchedule(options.random);
    this.progress = new Progress(options, () => {
      this.emit();
    });
    this.handIn = new HandIn({
      progress: this.progress,
      transport: options.transport,
      random: options.random,
      onFailure: (failure) => {
        this.noteFailure(failure);
        this.update();
      },
    });
    this.snapshot = this.takeSnapshot();
  }

  get attemptId(): string {
    return this.options.attemptId;
  }

  get clientId(): string {
    return this.options.clientId;
  }

  /** What the server is known to have; a new object whenever that changed. */
  serverCopy(): ServerCopy {
    return this.progress.serverCopy();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): AutoSaveSnapshot => this.snapshot;

  /** The student has answered: on the device before this returns, on the server within seconds. */
  choose(questionId: string, value: AnswerValue): void {
    if (this.phase !== 'open' || this.isTimeOver()) return;
    this.progress.answer(questionId, value, this.time?.verified ?? true);
    this.schedule.answerChanged(performance.now());
    this.update();
  }

  moveTo(index: number): void {
    if (this.phase === 'open' && this.progress.moveTo(index)) this.markDirty();
  }

  /** Something besides the answers changed; it is saved within 30 s. */
  markDirty(): void {
    this.schedule.becameDirty(performance.now());
    this.update();
  }

  /** Saves without waiting any longer, but not against a Retry-After of the server. */
  saveNow(): void {
    if (this.signedOut) return;
    this.handIn.hurry();
    if (!this.progress.hasSomethingToSend()) return;
    this.schedule.hurry(performance.now(), null);
    this.update();
  }

  /** The page is hidden or left: what is not on its way yet is sent in a request that outlives it. */
  leave(): void {
    if (this.phase !== 'open' || this.signedOut || !this.progress.hasSomethingToSend()) return;
    const latest = this.inFlight.at(-1);
    if (latest && this.progress.isCoveredBy(latest)) return;
    void this.send({ leaving: true });
    this.emit();
  }

  /** The student is signed in again: everything that waited for it goes on. */
  signedIn(): void {
    if (!this.signedOut) return;
    this.signedOut = false;
    this.saveNow();
    this.update();
  }

  /** The student's choice where both this page and another device changed a question. */
  resolve(questionId: string, choice: 'mine' | 'theirs'): void {
    this.progress.resolve(questionId, choice);
    this.saveNow();
    this.update();
  }

  /** Takes over what earlier pages left on this device. Fulfilled when this page's record has it. */
  async restore(records: DeviceRecord[], progress: { position: number; timeSpent: number }) {
    const kept = this.progress.restore(records, progress);
    this.saveNow();
    this.update();
    await kept;
  }

  /** A fresh look at the attempt: what other devices saved, the time left, or that it is over. */
  refresh(server: ServerCopy, time: TimeAnchor | null, isOpen: boolean): void {
    if (this.phase !== 'open' && this.phase !== 'asking') return;
    this.progress.merge(server);
    this.time = time;
    if (this.error?.kind === 'offline') this.error = null;
    if (!isOpen) this.close();
    else if (this.phase === 'asking') {
      this.phase = 'open';
      if (this.isTimeOver()) void this.submit();
    }
    this.update();
  }

  /** The time is over by the clock of this page: hands in, or asks the server where that clock may be wrong. */
  timeIsOver(): void {
    if (this.time?.verified !== false) void this.submit();
    else if (this.phase === 'open') {
      this.phase = 'asking';
      this.update();
    }
  }

  /** The computer slept and the server cannot be asked how much time is left. */
  slept(milliseconds: number): void {
    if (!this.time) return;
    this.time = afterSleep(this.time, milliseconds);
    this.update();
  }

  /** The server's word on the time, apart from any save; null: no deadline, or the clock stands still. */
  setTime(time: TimeAnchor | null): void {
    this.time = time;
    this.emit();
  }

  /** Hands in, once, whatever is clicked how often; fulfilled when it is done or was refused. */
  submit(): Promise<void> {
    if (this.phase === 'closed' || this.phase === 'submitted') return Promise.resolve();
    this.submission ??= this.runHandIn();
    return this.submission;
  }

  /** The page is there (again, when React mounts it twice). */
  start(): void {
    this.stopped = false;
    this.update();
  }

  /** The page is gone: nothing is sent or heard any more. What is pending stays on the device. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private isTimeOver(): boolean {
    return this.time !== null && secondsLeft(this.time, performance.now()) === 0;
  }

  /** The server takes no more answers: what it lacks is handed to it as late, for it to decide. */
  private close(): void {
    this.phase = 'open';
    if (this.progress.hasUnsaved()) void this.submit();
    else this.phase = 'closed';
  }

  private async runHandIn(): Promise<void> {
    this.phase = 'submitting';
    this.error = null;
    this.update();
    this.phase = await this.handIn.run();
    if (this.phase !== 'open') this.error = null;
    this.submission = null;
    this.update();
  }

  private async send(options: { leaving: boolean }): Promise<void> {
    const sent = {
      ...this.progress.next('save'),
      taken: this.schedule.take(),
      askedMs: performance.now(),
    };
    this.inFlight.push(sent);
    const outcome = await this.transport.save(this.progress.mutationOf(sent), options);
    // Another page may have taken this one's record over by now: it must not be written again.
    if (this.stopped) return;
    this.inFlight = this.inFlight.filter((other) => other !== sent);
    if (this.phase === 'open') this.afterSave(outcome, sent);
    this.update();
  }

  private afterSave(outcome: SaveOutcome, sent: InFlight): void {
    if (outcome.kind === 'saved') this.afterSuccess(outcome, sent);
    else if (outcome.kind === 'conflict') this.afterConflict(outcome.server, sent);
    else this.afterFailure(outcome, sent);
  }

  private afterSuccess(
    saved: { version: number; savedAt: string; remainingSeconds: number | null },
    sent: InFlight,
  ): void {
    this.conflictsInARow = 0;
    this.error = null;
    this.lastSaved = performance.now();
    const { remainingSeconds } = saved;
    this.time = remainingSeconds === null ? null : anchorTime(remainingSeconds, sent.askedMs);
    this.progress.confirm(sent, saved);
    this.schedule.succeeded(performance.now(), this.progress.hasSomethingToSend());
  }

  private afterConflict(server: ServerCopy, sent: InFlight): void {
    const now = performance.now();
    this.conflictsInARow += 1;
    this.progress.merge(server);
    if (this.conflictsInARow > CONFLICTS_BEFORE_BACK_OFF) {
      this.schedule.failed(now, sent.taken, null);
    } else this.schedule.hurry(now, sent.taken);
  }

  private afterFailure(failure: Failure, sent: InFlight): void {
    const now = performance.now();
    if (failure.kind === 'closed') {
      this.close();
      return;
    }
    this.noteFailure(failure);
    if (failure.kind === 'refused') this.schedule.refused(now, sent.taken);
    else if (failure.kind === 'unavailable') {
      this.schedule.failed(now, sent.taken, failure.retryAfterSeconds);
    } else this.schedule.hurry(now, sent.taken);
  }

  private noteFailure(failure: Failure): void {
    if (failure.kind === 'closed') this.phase = 'closed';
    else if (failure.kind === 'signed-out') this.signedOut = true;
    else if (failure.kind === 'refused') {
      this.error = { kind: 'refused', code: failure.code, requestId: failure.requestId };
    } else if (failure.reason === 'offline') this.error = { kind: 'offline' };
    else this.error = { kind: failure.reason, requestId: failure.requestId };
  }

  /** Sends what is due, or sets the timer for it; then tells the listeners. */
  private update(): void {
    clearTimeout(this.timer);
    // Whatever became of a request: what the server lacks is always due some time.
    if (this.inFlight.length === 0 && this.progress.hasSomethingToSend()) {
      this.schedule.becameDirty(performance.now());
    }
    const dueAt = this.schedule.nextAt();
    const free = !this.stopped && !this.signedOut && this.inFlight.length === 0;
    if (free && this.phase === 'open' && dueAt !== null && this.progress.hasSomethingToSend()) {
      const delay = dueAt - performance.now();
      if (delay <= 0) void this.send({ leaving: false });
      else this.timer = setTimeout(this.whenDue, delay);
    }
    this.emit();
  }

  private readonly whenDue = () => {
    this.update();
  };

  private emit(): void {
    this.snapshot = this.takeSnapshot();
    for (const listener of this.listeners) listener();
  }

  private takeSnapshot(): AutoSaveSnapshot {
    return {
      ...this.progress.view(),
      phase: this.phase,
      signedOut: this.signedOut,
      isSaving: this.inFlight.length > 0,
      lastSaved: this.lastSaved,
      error: this.error,
      time: this.time,
    };
  }
}
