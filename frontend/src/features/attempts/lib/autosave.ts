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
import { Progress, type ProgressOptions } from './progress';
import { SaveRequests } from './save-requests';

export interface AutoSaveOptions extends ProgressOptions {
  time: TimeAnchor | null;
  /** The server could not be asked when the page opened: what it had is only known from before. */
  away: boolean;
  transport: Transport;
  /** 0 to 1, for the jitter of retries. */
  random: () => number;
}

/**
 * The autosave of one page: keeps every change on the device at once, has sent what the server has not
 * acknowledged, and knows of each answer where it is.
 */
export class AutoSave {
  private phase: Phase = 'open';
  private signedOut = false;
  private lastSaved: number | null = null;
  private error: SaveProblem | null = null;
  private time: TimeAnchor | null;
  private readonly handIn: HandIn;
  private submission: Promise<void> | null = null;
  private snapshot: AutoSaveSnapshot;
  private readonly requests: SaveRequests;
  private readonly progress: Progress;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: AutoSaveOptions) {
    this.time = options.time;
    if (options.away) this.error = { kind: 'offline' };
    this.progress = new Progress(options, () => {
      this.emit();
    });
    const { progress } = this;
    const { transport, random } = options;
    this.requests = new SaveRequests({
      progress,
      transport,
      random,
      isOpen: () => this.phase === 'open',
      maySend: () => this.phase === 'open' && !this.signedOut,
      onOutcome: this.afterSave.bind(this),
      onChange: this.update.bind(this),
    });
    this.handIn = new HandIn({
      progress,
      transport,
      random,
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
    this.requests.answerChanged();
    this.update();
  }

  moveTo(index: number): void {
    if (this.phase === 'open' && this.progress.moveTo(index)) this.markDirty();
  }

  /** Something besides the answers changed; it is saved within 30 s. */
  markDirty(): void {
    this.requests.becameDirty();
    this.update();
  }

  /** Saves without waiting any longer, but not against a Retry-After of the server. */
  saveNow(): void {
    if (this.signedOut) return;
    this.handIn.hurry();
    if (!this.progress.hasSomethingToSend()) return;
    this.requests.hurry();
    this.update();
  }

  /** The page is hidden or left: what is not on its way yet is sent in a request that outlives it. */
  leave(): void {
    if (this.phase !== 'open' || this.signedOut) return;
    if (this.requests.sendLast()) this.emit();
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
    this.requests.start();
    this.update();
  }

  /** The page is gone: nothing is sent or heard any more. What is pending stays on the device. */
  stop(): void {
    this.requests.stop();
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

  private afterSave(outcome: SaveOutcome, askedMs: number): void {
    if (outcome.kind === 'saved') this.afterSuccess(outcome, askedMs);
    else if (outcome.kind === 'closed') this.close();
    else if (outcome.kind !== 'conflict') this.noteFailure(outcome);
  }

  private afterSuccess(saved: { remainingSeconds: number | null }, askedMs: number): void {
    this.error = null;
    this.lastSaved = performance.now();
    const { remainingSeconds } = saved;
    this.time = remainingSeconds === null ? null : anchorTime(remainingSeconds, askedMs);
  }

  private noteFailure(failure: Failure): void {
    if (failure.kind === 'closed') this.phase = 'closed';
    else if (failure.kind === 'signed-out') this.signedOut = true;
    else if (failure.kind === 'refused') {
      this.error = { kind: 'refused', code: failure.code, requestId: failure.requestId };
    } else if (failure.reason === 'offline') this.error = { kind: 'offline' };
    else this.error = { kind: failure.reason, requestId: failure.requestId };
  }

  /** Sends what is due, or plans it; then tells the listeners. */
  private update(): void {
    this.requests.plan();
    this.emit();
  }

  private emit(): void {
    this.snapshot = this.takeSnapshot();
    for (const listener of this.listeners) listener();
  }

  private takeSnapshot(): AutoSaveSnapshot {
    return {
      ...this.progress.view(),
      phase: this.phase,
      signedOut: this.signedOut,
      isSaving: this.requests.isSaving,
      lastSaved: this.lastSaved,
      error: this.error,
      time: this.time,
    };
  }
}
