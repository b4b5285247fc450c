import { ROUTES, send } from './api.js';
import { happens, pause, popularOf } from './chance.js';
import { visitors } from './students.js';

/** As many as the pages ask for at once. */
const PAGE = 'sort=newest&limit=24';

/** @typedef {{ id: string, title: string, questionCount: number }} Card */
/** @typedef {{ items: Card[], nextCursor: string | null }} Page */

/** The first page of the catalogue, with what it is filtered by. @returns {Page} */
export function openCatalogue() {
  send(ROUTES.categories, '/api/categories');
  return list(PAGE);
}

/** Looks further: another page, a category, or words. What finds nothing is left at once. @returns {Page} */
export function lookFurther(/** @type {Page} */ shown) {
  const { categories, searches } = visitors();
  if (shown.nextCursor !== null && happens(0.4)) {
    return list(`${PAGE}&cursor=${encodeURIComponent(shown.nextCursor)}`);
  }
  const found = happens(0.7)
    ? list(`category=${encodeURIComponent(popularOf(categories))}&${PAGE}`)
    : list(`q=${encodeURIComponent(popularOf(searches))}&${PAGE}`);
  return found.items.length > 0 ? found : shown;
}

/**
 * The page of one of the quizzes shown, with one's own attempts at it; those further up are opened more often. Null
 * where none is shown, because the list could not be had.
 * @param {Page} page
 * @returns {Card | null}
 */
export function openQuiz({ items }) {
  if (items.length === 0) return null;
  const card = popularOf(items);
  send(ROUTES.detail, `/api/quizzes/${card.id}`);
  send(ROUTES.attempts, `/api/attempts?quizId=${card.id}&limit=20`);
  return card;
}

/**
 * A visit as the pages make it for one of a school's students: the catalogue, the page of a quiz, another list, another
 * quiz; one visit in five takes that quiz, one in four looks at a result again. Between two steps half a second to one
 * and a half: quicker than people, so each virtual user stands for several.
 * @param {{ takeQuiz: (card: Card) => void, seeResult: () => void }} further
 */
export function visit({ takeQuiz, seeResult }) {
  let page = openCatalogue();
  pause(0.5, 1.5);
  openQuiz(page);
  pause(0.5, 1.5);
  page = lookFurther(page);
  pause(0.5, 1.5);
  const card = openQuiz(page);
  pause(0.5, 1.5);
  if (card !== null && happens(0.2)) takeQuiz(card);
  if (happens(0.25)) seeResult();
}

/** @returns {Page} */
function list(/** @type {string} */ query) {
  const response = send(ROUTES.list, `/api/quizzes?${query}`);
  if (response.status !== 200) return { items: [], nextCursor: null };
  return /** @type {Page} */ (/** @type {unknown} */ (response.json()));
}
