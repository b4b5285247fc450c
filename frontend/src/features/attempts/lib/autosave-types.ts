import type { AnswerValue, ServerCopy } from './answers';
import type { TimeAnchor } from './countdown';
import type { StorageFault } from './local-backup';
import type { Conflict } from './working-copy';

/** One request of a page: every change the server has not acknowledged. `seq` counts from 1. */
export interface Mutation {
  clientId: string;
  seq: number;
  baseVersion: number;
  answers: { questionId: string; value: AnswerValue }[];
  currentQuestionIndex: number;
  /** Seconds. */
  timeSpent: number;
}

/** A last mutation; `late` for the case that it arrives when the time is over. */
export interface Submission extends Mutation {
  late?: LateClaim;
}

/** What was chosen while there was time left, as far as this device can tell. */
export interface LateClaim {
  answers: Mutation['answers'];
  chosenBeforeDeadline: true;
  /** By the server's word and a clock that cannot be changed; false: by the wall clock. */
  verified: boolean;
  /** ISO time by this device's clock. */
  lastChosenAt: string;
}

export type Failure =
  /** The session is over; nothing is sent until the student has signed in again. */
  | { kind: 'signed-out' }
  /** The server understood and said no: sending the same again is of no use. */
  | { kind: 'refused'; code: string; requestId: string | null }
  /** No or no useful answer: whether the server has it is unknown. */
  | {
      kind: 'unavailable';
      reason: 'offline' | 'server' | 'limited';
      retryAfterSeconds: number | null;
      requestId: string | null;
    }
  /** Handed in or out of time: the server takes no more answers. */
  | { kind: 'closed' };

export type SaveOutcome =
  | {
      kind: 'saved';
      version: number;
      savedAt: string;
      remainingSeconds: number | null;
      superseded: boolean;
    }
  | { kind: 'conflict'; server: ServerCopy }
  | Failure;

/** `included`: the server has every answer that the request carried, graded or kept to be decided on. */
export type SubmitOutcome = { kind: 'submitted'; savedAt: string; included: boolean } | Failure;

/** How mutations reach the server. Neither method rejects: what went wrong is an outcome. */
export interface Transport {
  /** `leaving`: the page may be gone before the answer, so the request has to outlive it. */
  save(mutation: Mutation, options: { leaving: boolean }): Promise<SaveOutcome>;
  submit(submission: Submission): Promise<SubmitOutcome>;
}

export type SaveProblem =
  | { kind: 'offline' }
  | { kind: 'server' | 'limited'; requestId: string | null }
  | { kind: 'refused'; code: string; requestId: string | null };

/** Where the newest answer of a question is known to be. `choosing`: nowhere but on this page yet. */
export type Place = 'none' | 'choosing' | 'device' | 'server';

export interface QuestionState {
  value: AnswerValue;
  place: Place;
}

/**
 * `asking`: the time is over by a clock that may be wrong, and only the server can tell; nothing more is
 * answered until it has.
 */
export type Phase = 'open' | 'asking' | 'submitting' | 'submitted' | 'closed';

/** All that the page shows of the autosave; a new object whenever anything in it changed. */
export interface AutoSaveSnapshot {
  phase: Phase;
  signedOut: boolean;
  isDirty: boolean;
  isSaving: boolean;
  /** Monotonic moment (ms) of the last acknowledgement on this page; null before the first. */
  lastSaved: number | null;
  error: SaveProblem | null;
  storage: 'ok' | StorageFault;
  /** Answers the server has not acknowledged, and how many of them the journal holds. */
  unsavedCount: number;
  onDeviceCount: number;
  conflicts: Conflict[];
  position: number;
  /** Null: the attempt has no time limit. */
  time: TimeAnchor | null;
  questions: Readonly<Record<string, QuestionState>>;
}
