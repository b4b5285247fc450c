import { sleep } from 'k6';
import { Counter } from 'k6/metrics';
import { ROUTES, send } from './api.js';
import { pause, popularOf, uuid } from './chance.js';

/** No 200 however often the page tried: an answer that would be on the device only. */
const failedSaves = new Counter('failed_saves');
const saves = new Counter('saves');
/** Saves that took another try, as a page makes it after a failure. */
const retriedSaves = new Counter('retried_saves');

/** Some fifteen seconds by the waits below; a page would go on. */
const TRIES = 5;
const FIRST_RETRY_SECONDS = 1;
const LONGEST_RETRY_SECONDS = 30;

/** @typedef {{ id: string, options: { id: string }[], type: string }} Question */
/** @typedef {{ id: string, version: number, questions: Question[] }} Attempt */
/** @typedef {{ attemptId: string, clientId: string, seq: number, version: number, questions: Question[], next: number, seconds: number }} Page an open attempt in a page of the browser */

/** Starts the quiz, or goes on with the attempt that is open. Null when that failed. @returns {Page | null} */
export function start(/** @type {string} */ quizId) {
  const response = send(ROUTES.start, `/api/quizzes/${quizId}/attempts`, { expected: [200, 201] });
  if (response.status !== 201 && response.status !== 200) return null;
  const attempt = /** @type {Attempt} */ (/** @type {unknown} */ (response.json()));
  const { id: attemptId, version, questions } = attempt;
  return { attemptId, clientId: uuid(), seq: 0, version, questions, next: 0, seconds: 0 };
}

/**
 * Saves the answers to the next questions, tried again as a page does it: with a number of its own each time, later
 * after each failure, never sooner than the server says. Whether it was acknowledged.
 * @param {Page} page
 * @param {{ answers: number, seconds: number }} what how many questions, and how long they took
 */
export function save(page, { answers, seconds }) {
  const changes = nextAnswers(page, answers);
  page.seconds += seconds;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const response = send(ROUTES.save, `/api/attempts/${page.attemptId}/progress`, {
      body: mutation(page, changes),
    });
    if (response.status === 200) {
      page.version = Number(response.json('version'));
      saves.add(1);
      return true;
    }
    // What was refused will be refused again; all else may pass.
    if (response.status >= 400 && response.status < 500 && response.status !== 429) break;
    if (tries === TRIES) break;
    retriedSaves.add(1);
    sleep(retryDelay(tries, Number(response.headers['Retry-After'] ?? 0)));
  }
  failedSaves.add(1);
  return false;
}

/** The attempts that this virtual user has handed in. @type {string[]} */
const handedIn = [];

/** Hands in. The answer is the result, which the page shows without asking again. */
export function submit(/** @type {Page} */ page) {
  const path = `/api/attempts/${page.attemptId}/submit`;
  const response = send(ROUTES.submit, path, { body: mutation(page, []) });
  if (response.status === 200) handedIn.push(page.attemptId);
}

/** Looks at the result of one of the own attempts, where there is any: the last one more often. */
export function seeResult() {
  if (handedIn.length === 0) return;
  send(ROUTES.result, `/api/attempts/${popularOf(handedIn.toReversed())}/result`);
  pause(0.5, 1.5);
}

/** A short attempt: three saves with a few answers each, then handed in. */
export function takeQuiz(/** @type {{ id: string }} */ { id }) {
  const page = start(id);
  if (page === null) return;
  for (let count = 0; count < 3; count += 1) {
    pause(1, 2);
    save(page, { answers: 2, seconds: 2 });
  }
  pause(0.5, 1.5);
  submit(page);
}

/** @param {number} tries @param {number} retryAfter seconds; 0 when the server did not say */
function retryDelay(tries, retryAfter) {
  const ceiling = Math.min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** (tries - 1));
  return Math.max(retryAfter, ceiling / 2 + (ceiling / 2) * Math.random());
}

/** @param {Page} page @param {object[]} answers */
function mutation(page, answers) {
  page.seq += 1;
  return {
    clientId: page.clientId,
    seq: page.seq,
    baseVersion: page.version,
    answers,
    currentQuestionIndex: Math.min(page.next, page.questions.length - 1),
    timeSpent: page.seconds,
  };
}

/** @param {Page} page @param {number} count */
function nextAnswers(page, count) {
  const { questions } = page;
  return Array.from({ length: Math.min(count, questions.length) }, () => {
    const question = /** @type {Question} */ (questions[page.next % questions.length]);
    page.next += 1;
    return { questionId: question.id, value: anyAnswer(question) };
  });
}

/** @param {Question} question */
function anyAnswer({ type, options }) {
  const option = options[Math.floor(Math.random() * options.length)];
  if (!option) return '42';
  return type === 'MULTIPLE_CHOICE' ? [option.id] : option.id;
}
