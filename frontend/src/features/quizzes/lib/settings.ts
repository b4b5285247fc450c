import type {
  AdminQuizDetail,
  Difficulty,
  LateAnswersPolicy,
  ReviewPolicy,
  UpdateQuizRequest,
} from '../../../lib/api/generated/types.gen';

/** The settings as they stand in the form: what one types is text until it is saved. */
export interface Settings {
  title: string;
  description: string;
  categoryId: string;
  difficulty: string;
  minutes: string;
  attempts: string;
  passPercent: string;
  reviewPolicy: string;
  pauseAllowed: boolean;
  graceMinutes: string;
  lateAnswers: string;
}

export type SettingsField = keyof Settings;

export const DIFFICULTIES = ['EASY', 'MEDIUM', 'HARD'] as const satisfies readonly Difficulty[];
export const REVIEW_POLICIES = [
  'AFTER_SUBMIT',
  'AFTER_CLOSE',
  'NEVER',
] as const satisfies readonly ReviewPolicy[];

export const LATE_POLICIES = ['ACCEPT', 'REVIEW'] as const satisfies readonly LateAnswersPolicy[];

const MAX_MINUTES = 1440;
const MAX_ATTEMPTS = 100;

export function readSettings(quiz: AdminQuizDetail): Settings {
  const { timeLimitSeconds, attemptsAllowed } = quiz;
  return {
    title: quiz.title,
    description: quiz.description,
    categoryId: quiz.category?.id ?? '',
    difficulty: quiz.difficulty ?? '',
    minutes: timeLimitSeconds === null ? '' : String(timeLimitSeconds / 60),
    attempts: attemptsAllowed === null ? '' : String(attemptsAllowed),
    passPercent: String(quiz.passPercent),
    reviewPolicy: quiz.reviewPolicy,
    pauseAllowed: quiz.pauseAllowed,
    graceMinutes: String(quiz.offlineGraceSeconds / 60),
    lateAnswers: quiz.lateAnswers,
  };
}

export function isChanged(settings: Settings, quiz: AdminQuizDetail): boolean {
  const kept = readSettings(quiz);
  if (settings.pauseAllowed !== kept.pauseAllowed) return true;
  return TEXT_FIELDS.some((field) => settings[field].trim() !== kept[field]);
}

const TEXT_FIELDS = [
  'title',
  'description',
  'categoryId',
  'difficulty',
  'minutes',
  'attempts',
  'passPercent',
  'reviewPolicy',
  'graceMinutes',
  'lateAnswers',
] as const satisfies readonly SettingsField[];

/** The fields that cannot be saved as they are; empty minutes or attempts mean "no limit". */
export function wrongFields(settings: Settings): SettingsField[] {
  const { title, minutes, attempts, passPercent, graceMinutes } = settings;
  const wrong: SettingsField[] = [];
  if (title.trim() === '' || title.trim().length > 200) wrong.push('title');
  if (minutes.trim() !== '' && !isBetween(Number(minutes), 0.5, MAX_MINUTES)) wrong.push('minutes');
  if (attempts.trim() !== '' && !isWholeBetween(attempts, 1, MAX_ATTEMPTS)) wrong.push('attempts');
  if (!isWholeBetween(passPercent, 0, 100)) wrong.push('passPercent');
  if (graceMinutes.trim() === '' || !isBetween(Number(graceMinutes), 0, MAX_MINUTES)) {
    wrong.push('graceMinutes');
  }
  return wrong;
}

/** What to send for settings in which nothing is wrong. */
export function updateRequest(settings: Settings): UpdateQuizRequest {
  const { minutes, attempts, categoryId } = settings;
  return {
    title: settings.title.trim(),
    description: settings.description.trim(),
    categoryId: categoryId === '' ? null : categoryId,
    difficulty: DIFFICULTIES.find((known) => known === settings.difficulty) ?? null,
    timeLimitSeconds: minutes.trim() === '' ? null : Math.round(Number(minutes) * 60),
    attemptsAllowed: attempts.trim() === '' ? null : Number(attempts),
    passPercent: Number(settings.passPercent),
    reviewPolicy: REVIEW_POLICIES.find((known) => known === settings.reviewPolicy),
    pauseAllowed: settings.pauseAllowed,
    offlineGraceSeconds: Math.round(Number(settings.graceMinutes) * 60),
    lateAnswers: LATE_POLICIES.find((known) => known === settings.lateAnswers),
  };
}

function isBetween(value: number, min: number, max: number): boolean {
  return Number.isFinite(value) && value >= min && value <= max;
}

function isWholeBetween(text: string, min: number, max: number): boolean {
  return /^\d+$/.test(text.trim()) && isBetween(Number(text), min, max);
}
