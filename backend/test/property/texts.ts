/**
 * Words for random quizzes, chosen to look like what they are not: labels, numbers, dates, abbreviations,
 * key words. A careful person still reads each of them as plain text where it stands.
 */

/** Before the word that makes a stem the only one of its kind. */
export const openings = [
  'What is the colour of a',
  'In 1945 the war ended; who then built the',
  'Which of these (A, B or C) describes a',
  'According to Mr. B. Jones, what is a',
  'At 12:30, who saw the',
  'If x = 3, how large is the',
  'The answer of the sphinx concerned a',
  'A. Einstein described which property of the',
  'Complete: 3 + 4 = ____ holds for every',
  'In part B of the atlas, where is the',
  'Part 2 of the story tells of which',
  'See e.g. p. 12: what does one call a',
  'Item 7 of the list is a',
  'Vitamin C is found in which',
  'Of 1.5 kg of sugar, how much goes into a',
  'On 24. December, who brings the',
  'Solve the equation a) for the',
  'Correct the sentence about the',
  'Is it true or false to speak of a',
  'Thủ đô nào có nhiều',
  'Какой город известен как',
  '下列哪一项属于',
  'What is H2O to the',
  'Reason why a cat needs a',
] as const;

export const closings = ['?', ':', '.', ' …', ' is ____.', '? (tick one)', ' ?'] as const;

export const things = [
  ...['walrus', 'teapot', 'lantern', 'pickle', 'anchor', 'violin', 'cactus', 'magnet', 'saddle'],
  ...['pretzel', 'compass', 'trumpet', 'blanket', 'hammock', 'kettle', 'marble', 'pumpkin'],
  ...['rocket', 'thimble', 'zipper', 'bagel', 'canoe', 'dragon', 'easel', 'falcon', 'goblet'],
];

/** Lines below a stem that belong to it. */
export const extraLines: readonly (readonly string[])[] = [
  ['I. It is warm.', 'II. It is cold.'],
  ['int a = 1;', 'int b = a + 2;'],
  ['for (int i = 0; i < 3; i++) {', 'print(i);', '}'],
  ['(Think of the picture above.)'],
  ['“To be, or not to be.”'],
];

export const optionTexts = [
  'Oslo',
  'red and blue',
  '3.5 kg',
  '1 May 2020',
  '12:30',
  '1945',
  'U.S.A.',
  'e.g. a pear',
  'None of the above',
  'All of the above',
  'Both of them',
  'Plan B',
  'vitamin D',
  'x = 3',
  '50 %',
  'f(a) = b',
  'for (i = 0; i < 3; i++)',
  'C. elegans',
  'I. Newton',
  'Dr. A. Smith',
  'the answer is unknown',
  'a true story',
  'not correct',
  'No. 5 of them',
  'Hà Nội',
  'Пётр Великий',
  '北京市',
  '½ cup',
  '10 000',
  '“quoted”',
  'a; b; c',
  'see p. 7',
  'it depends (on age)',
  'question of taste',
  'mark twain',
  'Sector 8',
  'key to the door',
  'a, c',
  '{"a": 1}',
  '1/2',
  'α and β',
  'http://example.org/a?b=c',
] as const;

export const explanations = [
  'It follows from the size of the',
  'A. Smith says so of the',
  'Option B is a trap for the',
  'Since 3 > 2, think of the',
] as const;
