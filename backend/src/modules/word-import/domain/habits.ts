import type { ImportChoices } from '../../../shared/import-choices.js';
import {
  countPlaces,
  lettersForAll,
  mayBeTakenApart,
  noPlaces,
  type LettersForAll,
} from './answer-places.js';
import { Assembler } from './assemble.js';
import type { Draft } from './draft.js';
import { isHabit, readFormatSignals, trustedLooks, type QuestionSignals } from './key-signals.js';
import { hasStars } from './option-marks.js';
import { matchAnyEndKeys, type QuestionNumber } from './end-keys.js';
import { formResultRoles } from './layout/form-results.js';
import { itemBankRoles } from './layout/item-bank.js';
import { chosenLayout, readLayout } from './layout/layout-roles.js';
import { unmarkedStems } from './layout/unmarked-stems.js';
import { findNumberingStyles, type NumberingStyles } from './numbering-styles.js';
import type { KeyPolicy } from './resolve-key.js';
import { Readings } from './readings.js';
import type { EndKey } from './remainder.js';
import { trueFalseQuestion } from './true-false.js';

/** What the first reading of a document tells of the way it is written. */
export interface Habits {
  numbering: NumberingStyles;
  policy: KeyPolicy;
  /** By position of the question. */
  endKeys: ReadonlyMap<number, EndKey>;
  /** Each answer seems to stand before its question: one comes too early, and the last question has none. */
  keysLead: boolean;
  /** A teacher said that they do. */
  answersLead: boolean;
  /** Letters after the last question that are not its own answer. */
  letters: LettersForAll | null;
  /** Answers on the line below their announcement may be of other questions. */
  doubtAwaited: boolean;
  /** Questions that have options of their own. */
  withOptions: number;
}

/** A numbered line counts as a question when it has options, an answer, or room for one. */
export const hasBody = ({ options, keys, accepted, essay, stem }: Draft): boolean =>
  options.length + keys.length + accepted.length > 0 ||
  essay ||
  trueFalseQuestion(stem[0]?.text ?? '') !== null;

/** The number of options that most questions have. */
function commonest(signals: readonly QuestionSignals[]): number {
  const counts = new Map<number, number>();
  for (const { optionCount } of signals) {
    counts.set(optionCount, (counts.get(optionCount) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The first pass: how questions are numbered, which looks mark right answers, and answers listed apart. */
function learnHabits(readings: Readings, choices: ImportChoices): Habits {
  const numbering = findNumberingStyles(readings);
  const signals: QuestionSignals[] = [];
  const numbers: QuestionNumber[] = [];
  const places = noPlaces();
  let lastHasKey = false;
  let starred = 0;
  let withOptions = 0;
  const { endKeys, orphanKeys } = new Assembler(
    readings,
    numbering,
    (draft) => {
      if (!hasBody(draft)) return;
      numbers.push({
        number: draft.marker?.label ? draft.marker.value : null,
        aside: draft.aside !== null,
      });
      if (draft.aside) return;
      lastHasKey = draft.keys.length > 0;
      countPlaces(places, draft);
      if (draft.options.length > 1) {
        if (hasStars(draft)) starred += 1;
        withOptions += 1;
        signals.push({ signals: readFormatSignals(draft), optionCount: draft.options.length });
      }
    },
    choices.answersStand === 'before',
  ).run();
  const letters = lettersForAll(places);
  const matched = letters?.keys ?? matchAnyEndKeys(numbers, endKeys);
  const keysLead = choices.answersStand === undefined && orphanKeys.length > 0 && !lastHasKey;
  const policy = {
    looks: trustedLooks(signals, choices.correctLooks),
    trust: choices.trust,
    stars: isHabit(starred, signals.length),
    usualOptions: readings.conventions.signs ? commonest(signals) : null,
  };
  const answersLead = choices.answersStand === 'before';
  const doubtAwaited = choices.answersStand === undefined && mayBeTakenApart(places);
  return {
    ...{ numbering, policy, endKeys: matched, keysLead, answersLead, letters, doubtAwaited },
    withOptions,
  };
}

/** How many times more questions the bare layout must tell than labels do, to be believed. */
const layoutLead = 2;

/** The habits of the document, once its layout is known: by choice, or where labels tell too little. */
export function settleHabits(readings: Readings, choices: ImportChoices): Habits {
  if (readings.conventions.signs) readings.declare(unmarkedStems(readings));
  readings.declare(itemBankRoles(readings));
  readings.declare(formResultRoles(readings));
  const chosen = chosenLayout(readings, choices);
  if (chosen) readings.declare(chosen.roles);
  const habits = learnHabits(readings, choices);
  if (chosen) return habits;
  const layout = readLayout(readings);
  if (layout.questions < Math.max(1, habits.withOptions * layoutLead)) return habits;
  readings.declare(layout.roles);
  return learnHabits(readings, choices);
}
