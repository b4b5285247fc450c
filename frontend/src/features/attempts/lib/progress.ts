import type { AnswerValue, ServerCopy } from './answers';
import type { Mutation, Submission } from './autosave-types';
import { DeviceKeeper, recordOf, type RecordOwner } from './device-keeper';
import type { DeviceRecord } from './device-record';
import type { ProgressStore } from './device-store';
import { restoreRecords } from './recovery';
import { countUnsaved, questionStates } from './snapshot';
import {
  acknowledge,
  allPendingAnswers,
  mergeServerCopy,
  openWorkingCopy,
  resolveConflict,
  unsentAnswers,
  withAnswer,
  type SentChanges,
  type WorkingCopy,
} from './working-copy';

export interface ProgressOptions extends RecordOwner {
  server: ServerCopy;
  currentQuestionIndex: number;
  timeSpent: number;
  store: ProgressStore;
}

/** What one request carries, remembered until its outcome is known. */
export interface SentProgress extends SentChanges {
  position: number;
}

/** One page's progress in an attempt: what is chosen, kept on the device, sent and acknowledged. */
export class Progress {
  private copy: WorkingCopy;
  private seq = 0;
  private acknowledgedSeq = 0;
  private revision = 0;
  private savedPosition: number;
  private timeSpentBefore: number;
  private position: number;
  private readonly openedAt = performance.now();
  private readonly device: DeviceKeeper;
  /** This page and the crashed ones it took over from: their saves are not somebody else's. */
  private readonly ownDevices: Set<string>;

  constructor(
    private readonly options: ProgressOptions,
    onDeviceChange: () => void,
  ) {
    this.copy = openWorkingCopy(options.server);
    this.position = options.currentQuestionIndex;
    this.savedPosition = options.currentQuestionIndex;
    this.timeSpentBefore = options.timeSpent;
    this.device = new DeviceKeeper(options.store, onDeviceChange);
    this.ownDevices = new Set([options.clientId]);
  }

  serverCopy(): ServerCopy {
    return this.copy.base;
  }

  /** Keeps the answer on the device (LocalStorage before this returns, the journal right after). */
  answer(questionId: string, value: AnswerValue, verified: boolean): void {
    this.revision += 1;
    const change = { value, at: new Date().toISOString(), verified, revision: this.revision };
    this.copy = withAnswer(this.copy, questionId, change);
    void this.keep();
  }

  /** Whether that is a move at all. */
  moveTo(index: number): boolean {
    const moved = index !== this.position;
    this.position = index;
    return moved;
  }

  resolve(questionId: string, choice: 'mine' | 'theirs'): void {
    this.copy = resolveConflict(this.copy, questionId, choice);
    void this.keep();
  }

  /** Takes over what crashed pages left. Fulfilled when this page's own record has it. */
  restore(
    records: DeviceRecord[],
    progress: { position: number; timeSpent: number },
  ): Promise<void> {
    this.copy = restoreRecords(this.copy, records, () => (this.revision += 1));
    for (const device of records.flatMap((record) => record.ownDevices)) {
      this.ownDevices.add(device);
    }
    this.position = progress.position;
    this.timeSpentBefore = Math.max(this.timeSpentBefore, progress.timeSpent);
    return this.keep();
  }

  /** Whether the server lacks anything, be it held back for the student's choice. */
  isDirty(): boolean {
    return this.hasUnsaved() || this.position !== this.savedPosition;
  }

  /** Whether any answer is on this device alone. */
  hasUnsaved(): boolean {
    return Object.keys(this.copy.pending).length > 0;
  }

  hasSomethingToSend(): boolean {
    return unsentAnswers(this.copy).length > 0 || this.position !== this.savedPosition;
  }

  /** Whether `sent` carries everything there is to send. */
  isCoveredBy(sent: SentProgress): boolean {
    const revisions = new Set(sent.answers.map((answer) => answer.revision));
    const unsent = unsentAnswers(this.copy);
    return (
      sent.position === this.position && unsent.every((answer) => revisions.has(answer.revision))
    );
  }

  /** The next request: all unacknowledged changes, for handing in also those in conflict. */
  next(purpose: 'save' | 'submit'): SentProgress {
    this.seq += 1;
    const answers = purpose === 'save' ? unsentAnswers(this.copy) : allPendingAnswers(this.copy);
    return { seq: this.seq, answers, position: this.position };
  }

  mutationOf(sent: SentProgress): Mutation {
    return {
      clientId: this.options.clientId,
      seq: sent.seq,
      baseVersion: this.copy.base.version,
      answers: sent.answers.map(({ questionId, value }) => ({ questionId, value })),
      currentQuestionIndex: sent.position,
      timeSpent: this.timeSpent(),
    };
  }

  /** Handing in: `sent`, and for the case that the time is over what was chosen before. */
  submissionOf(sent: SentProgress): Submission {
    const mutation = this.mutationOf(sent);
    const chosen = sent.answers.flatMap(({ questionId }) => this.copy.pending[questionId] ?? []);
    const lastChosenAt = chosen
      .map(({ at }) => at)
      .sort()
      .at(-1);
    if (lastChosenAt === undefined) return mutation;
    const verified = chosen.every((change) => change.verified);
    const claim = { chosenBeforeDeadline: true as const, verified, lastChosenAt };
    return { ...mutation, late: { answers: mutation.answers, ...claim } };
  }

  /** The server has `sent`. A later request of this page, if acknowledged before, held all of it. */
  confirm(sent: SentProgress, saved: { version: number; savedAt: string }): void {
    if (sent.seq < this.acknowledgedSeq) return;
    this.acknowledgedSeq = sent.seq;
    this.savedPosition = sent.position;
    // What was merged from a newer copy of the server already tells what became of these answers.
    if (saved.version >= this.copy.base.version) {
      this.copy = acknowledge(this.copy, sent, { ...saved, device: this.options.clientId });
    }
    void this.keep();
  }

  /** The attempt is handed in with everything `sent` carried: nothing is left to choose between. */
  confirmSubmission(sent: SentProgress, savedAt: string): void {
    this.confirm(sent, { version: this.copy.base.version, savedAt });
    this.copy = { ...this.copy, conflicts: {} };
  }

  merge(server: ServerCopy): void {
    this.copy = mergeServerCopy(this.copy, server, this.ownDevices);
    void this.keep();
  }

  view() {
    const { durableRevision, storage } = this.device;
    return {
      isDirty: this.isDirty(),
      storage,
      ...countUnsaved(this.copy, durableRevision),
      conflicts: Object.values(this.copy.conflicts),
      position: this.position,
      questions: questionStates(this.copy, durableRevision),
    };
  }

  private timeSpent(): number {
    return this.timeSpentBefore + Math.floor((performance.now() - this.openedAt) / 1_000);
  }

  private keep(): Promise<void> {
    const progress = {
      currentQuestionIndex: this.position,
      timeSpent: this.timeSpent(),
      ownDevices: [...this.ownDevices],
    };
    const record = recordOf(this.options, this.copy, progress, new Date().toISOString());
    return this.device.keep(record, this.revision);
  }
}
