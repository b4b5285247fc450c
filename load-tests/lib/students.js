import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import { STUDENTS_FILE } from './settings.js';

/**
 * @typedef {object} Visitors
 * @property {{ token: string }[]} students signed in, one for each virtual user
 * @property {{ email: string, password: string }} signIn whose password is really checked
 * @property {string[]} categories slugs, the popular ones first
 * @property {string[]} searches what is searched for, the popular ones first
 */

/** @returns {Visitors} */
const read = () => JSON.parse(open(STUDENTS_FILE));
// One copy for all virtual users.
const students = new SharedArray('students', () => read().students);
const others = new SharedArray('visitors', () => {
  const { signIn, categories, searches } = read();
  return [{ signIn, categories, searches }];
});

/** What is the same for everybody. @returns {Omit<Visitors, 'students'>} */
export function visitors() {
  return /** @type {Omit<Visitors, 'students'>} */ (others[0]);
}

/** The access token of the student that this virtual user is: nobody else's. */
export function myToken() {
  const student = students[exec.vu.idInTest - 1];
  if (!student) throw new Error(`There are only ${students.length} students in ${STUDENTS_FILE}.`);
  return student.token;
}
