import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { AnswerValue } from '../../src/modules/attempts/attempts.dto.js';
import { textContent } from '../../src/shared/content.js';

/** Rules of a quiz; what is not given is as lenient as can be. */
export interface ExamRules {
  timeLimitSeconds?: number;
  attemptsAllowed?: number;
  /** Relative to now by the database's clock; negative: in the past. */
  opensInSeconds?: number;
  closesInSeconds?: number;
  pauseAllowed?: boolean;
  reviewPolicy?: 'NEVER' | 'AFTER_SUBMIT' | 'AFTER_CLOSE';
  lateAnswers?: 'ACCEPT' | 'REVIEW';
  offlineGraceSeconds?: number;
  /** How many further single-choice questions it has. */
  extraQuestions?: number;
}

export interface ExamQuestion {
  id: string;
  type: 'SINGLE_CHOICE' | 'MULTIPLE_CHOICE' | 'TRUE_FALSE' | 'SHORT_ANSWER' | 'NUMERIC';
  points: number;
  optionIds: string[];
  right: AnswerValue;
  wrong: AnswerValue;
}

/** A published quiz with one question of each type (10 points in all) and any number of further ones. */
export interface Exam {
  quizId: string;
  versionId: string;
  title: string;
  single: ExamQuestion;
  multiple: ExamQuestion;
  truth: ExamQuestion;
  short: ExamQuestion;
  numeric: ExamQuestion;
  questions: ExamQuestion[];
}

/** Stands in every place where a key could leak as text: accepted answers and explanations. */
export const KEY_CANARY = 'canary-of-the-key';
export const NUMERIC_CANARY = 31337.25;

function choice(type: ExamQuestion['type'], points: number, options: number): ExamQuestion {
  const optionIds = Array.from({ length: options }, () => randomUUID());
  const [first = '', second = '', third = ''] = optionIds;
  const several = type === 'MULTIPLE_CHOICE';
  return {
    ...{ id: randomUUID(), type, points, optionIds },
    right: several ? [first, second] : second,
    wrong: several ? [third] : first,
  };
}

function typed(type: ExamQuestion['type'], points: number, right: string): ExamQuestion {
  return { id: randomUUID(), type, points, optionIds: [], right, wrong: 'something else' };
}

function keyOf(question: ExamQuestion): string | null {
  if (question.type === 'SHORT_ANSWER') return JSON.stringify({ accepted: [question.right] });
  if (question.type !== 'NUMERIC') return null;
  return JSON.stringify({ value: NUMERIC_CANARY, tolerance: 0.5 });
}

async function insertQuestion(
  owner: pg.Client,
  versionId: string,
  position: number,
  question: ExamQuestion,
): Promise<void> {
  await owner.query(
    `INSERT INTO questions (id, version_id, position, type, stem, explanation, points, partial_credit, answer)
     VALUES ($1, $2, $3, $4::"QuestionType", $5, $6, $7, $8, $9)`,
    [
      question.id,
      versionId,
      position,
      question.type,
      JSON.stringify(textContent(`Question ${position}`)),
      JSON.stringify(textContent(`Because ${KEY_CANARY}`)),
      question.points,
      question.type === 'MULTIPLE_CHOICE',
      keyOf(question),
    ],
  );
  for (const [index, optionId] of question.optionIds.entries()) {
    const correct = Array.isArray(question.right)
      ? question.right.includes(optionId)
      : question.right === optionId;
    await owner.query(
      'INSERT INTO options (id, question_id, position, content, correct, feedback) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        optionId,
        question.id,
        index,
        JSON.stringify(textContent(`Option ${index}`)),
        correct,
        JSON.stringify(textContent(`${KEY_CANARY} about option ${index}`)),
      ],
    );
  }
}

async function insertTeacher(owner: pg.Client): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `INSERT INTO users (id, email, name, password_hash, role, updated_at)
     VALUES ($1, $2, 'Teacher', 'no password', 'ADMIN', now())`,
    [id, `teacher-${id}@example.org`],
  );
  return id;
}

/** Publishes an exam through the schema's owner. */
export async function publishExam(owner: pg.Client, rules: ExamRules = {}): Promise<Exam> {
  const quizId = randomUUID();
  const versionId = randomUUID();
  const title = `Exam ${quizId}`;
  const teacherId = await insertTeacher(owner);
  await owner.query(
    'INSERT INTO quizzes (id, owner_id, title, updated_at) VALUES ($1, $2, $3, now())',
    [quizId, teacherId, title],
  );
  await owner.query(
    `INSERT INTO quiz_versions (id, quiz_id, number, published_at, time_limit_seconds,
       attempts_allowed, opens_at, closes_at, review_policy, pause_allowed, late_answers,
       offline_grace_seconds)
     VALUES ($1, $2, 1, now(), $3, $4, now() + make_interval(secs => $5::float8),
       now() + make_interval(secs => $6::float8), $7::"ReviewPolicy", $8,
       $9::"LateAnswersPolicy", $10)`,
    [
      versionId,
      quizId,
      rules.timeLimitSeconds ?? null,
      rules.attemptsAllowed ?? null,
      rules.opensInSeconds ?? null,
      rules.closesInSeconds ?? null,
      rules.reviewPolicy ?? 'AFTER_SUBMIT',
      rules.pauseAllowed ?? false,
      rules.lateAnswers ?? 'ACCEPT',
      rules.offlineGraceSeconds ?? 600,
    ],
  );
  await owner.query(
    `UPDATE quizzes SET status = 'PUBLISHED', published_at = now(), published_version_id = $2
     WHERE id = $1`,
    [quizId, versionId],
  );
  const single = choice('SINGLE_CHOICE', 2, 4);
  const multiple = choice('MULTIPLE_CHOICE', 3, 4);
  const truth = choice('TRUE_FALSE', 1, 2);
  const short = typed('SHORT_ANSWER', 2, KEY_CANARY);
  const numeric = typed('NUMERIC', 2, '31337');
  const extra = Array.from({ length: rules.extraQuestions ?? 0 }, () =>
    choice('SINGLE_CHOICE', 1, 4),
  );
  const questions = [single, multiple, truth, short, numeric, ...extra];
  for (const [index, question] of questions.entries()) {
    await insertQuestion(owner, versionId, index + 1, question);
  }
  return { quizId, versionId, title, single, multiple, truth, short, numeric, questions };
}
