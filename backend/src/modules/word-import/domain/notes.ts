/** What a diagnostic can say beyond its code: stable names, with the values of `{{…}}` beside them. */
const sentences = {
  ANSWER_EMPTY: 'It announces an answer but gives none.',
  ANSWER_LINES_DIFFER: 'Its answer lines differ.',
  ANSWER_LIST_NAMES_NONE: 'The list of answers names none.',
  ANSWER_SHEET: 'It is an empty sheet for answers.',
  ANSWERS_LEAD: 'The answers seem to stand before their questions; write them after.',
  ATTEMPT_OR_BANK: 'It tells of an attempt or of an item bank.',
  BEFORE_FIRST_QUESTION: 'It stands before the first question.',
  COLUMN_OF_NO_QUESTION: 'Its column of the table says nothing of the question itself.',
  COMMENT: 'It is a comment.',
  FILE_UPLOAD: 'It asks for a file, which a quiz here cannot take.',
  HEADING: 'It is a heading.',
  KEPT_AS_DETAIL: 'It was taken over into the details of the quiz.',
  LEFT_OUT_BY_CHOICE: 'You chose to leave it out.',
  LETTER_AND_TEXT_DIFFER:
    'The document says “{{written}}”, but that letter and that text are two options.',
  LETTERS_FOR_ALL:
    'These letters may be the answers of several questions, but which one is whose is not told.',
  LIKE_A_QUESTION: 'It looks like a question, but has no options and no answer.',
  LINES_UNSURE: 'Which of its lines are options, and which are text, is not told for certain.',
  LIST_OF_ANSWERS: 'It belongs to a list of answers.',
  LOOK_IS_NO_HABIT:
    'Here {{look}} sets options apart, but most questions are not marked in that way.',
  MARKED_WRONG: 'What {{first}} chooses is marked as wrong.',
  NO_OPTIONS_TO_NAME: 'The document says “{{written}}”, but no options were found for it to name.',
  NUMBERS_LEFT_OUT: 'Missing: {{numbers}}.',
  OPTIONS_HEADING: 'It only announces the options.',
  QUESTION_FIELD: 'It says something of one question that a quiz does not keep.',
  REQUIRED_MARK: 'It only says that the question is required.',
  QUESTIONS_JOINED:
    'It has more options than the others and several marked right: two questions may have run together.',
  RULE: 'It is a line.',
  SIGNS_DIFFER: 'Here {{first}} and {{second}} differ.',
  SUB_QUESTIONS: 'Its lettered lines seem to be parts of an open question.',
  TABLE_HEADING: 'It heads a table.',
  TABLE_ROW_EMPTY: 'Its row of the table is empty.',
  WRITTEN: 'The document says “{{written}}”.',
} as const satisfies Record<string, string>;

export type NoteCode = keyof typeof sentences;

export interface Note {
  code: NoteCode;
  values: Record<string, string>;
}

/** A note with the values its sentence names. */
export function note(code: NoteCode, values: Record<string, string> = {}): Note {
  return { code, values };
}

/** The sentence a teacher reads, in English. */
export function noteText({ code, values }: Note): string {
  return sentences[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
