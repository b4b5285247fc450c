import { textContent } from './shared/content.js';
import type { NewQuestion } from './modules/catalogue/catalogue.api.js';

/** A quiz to look around with: small, true, and of every question type. */
export interface DemoQuiz {
  category: { name: string; description: string };
  title: string;
  description: string;
  difficulty: 'EASY' | 'MEDIUM' | 'HARD';
  timeLimitSeconds: number | null;
  questions: NewQuestion[];
}

const source = { importId: '', number: null, text: '', paragraphs: [] };

/** Options that begin with `*` are right. */
function choice(stem: string, options: string[], explanation: string): NewQuestion {
  const isRight = (option: string) => option.startsWith('*');
  const rightCount = options.filter(isRight).length;
  const isTrueFalse = options.map((option) => option.replace(/^\*/, '')).join() === 'True,False';
  return {
    type: rightCount > 1 ? 'MULTIPLE_CHOICE' : isTrueFalse ? 'TRUE_FALSE' : 'SINGLE_CHOICE',
    stem: textContent(stem),
    explanation: textContent(explanation),
    points: rightCount > 1 ? 2 : 1,
    options: options.map((option) => ({
      content: textContent(option.replace(/^\*/, '')),
      correct: isRight(option),
    })),
    answer: null,
    source,
    diagnostics: [],
  };
}

function typed(stem: string, answer: NewQuestion['answer'], explanation: string): NewQuestion {
  return {
    type: answer !== null && 'value' in answer ? 'NUMERIC' : 'SHORT_ANSWER',
    stem: textContent(stem),
    explanation: textContent(explanation),
    points: 1,
    options: [],
    answer,
    source,
    diagnostics: [],
  };
}

const science = { name: 'Science', description: 'From atoms to galaxies' };
const mathematics = { name: 'Mathematics', description: 'Numbers, shapes and chance' };
const geography = { name: 'Geography', description: 'Places, rivers and people' };

export const demoQuizzes: DemoQuiz[] = [
  {
    category: science,
    title: 'Around the solar system',
    description:
      'Eight questions about our neighbours in space. No time limit: look around at ease.',
    difficulty: 'EASY',
    timeLimitSeconds: null,
    questions: [
      choice(
        'Which planet is closest to the Sun?',
        ['Venus', '*Mercury', 'Mars', 'Earth'],
        'Mercury circles the Sun in 88 days, at about 58 million kilometres.',
      ),
      choice(
        'Which of these planets have rings?',
        ['*Jupiter', '*Saturn', 'Venus', '*Neptune'],
        'All four giant planets have rings; those of Saturn are only the brightest.',
      ),
      choice(
        'A day on Venus is longer than its year.',
        ['*True', 'False'],
        'Venus turns once in about 243 Earth days and circles the Sun in about 225.',
      ),
      typed(
        'What is the largest moon of Saturn called?',
        { accepted: ['Titan'] },
        'Titan is larger than Mercury and has a thick atmosphere of nitrogen.',
      ),
      choice(
        'What is the Great Red Spot of Jupiter?',
        ['A mountain', 'A sea of lava', '*A storm', 'A crater'],
        'It is a storm wider than the Earth that has been watched for more than 150 years.',
      ),
      typed(
        'How many minutes does sunlight take to reach the Earth? Give a whole number.',
        { value: 8, tolerance: 0.5 },
        'Light covers the 150 million kilometres in about 8 minutes and 20 seconds.',
      ),
      choice(
        'Between which two planets does the main asteroid belt lie?',
        ['Earth and Mars', '*Mars and Jupiter', 'Jupiter and Saturn', 'Saturn and Uranus'],
        'Most asteroids circle the Sun between the orbits of Mars and Jupiter.',
      ),
      choice(
        'Pluto is counted among the dwarf planets.',
        ['*True', 'False'],
        'The International Astronomical Union has counted it so since 2006.',
      ),
    ],
  },
  {
    category: mathematics,
    title: 'Chance in everyday life',
    description: 'Dice, cards and averages: six questions in ten minutes.',
    difficulty: 'MEDIUM',
    timeLimitSeconds: 600,
    questions: [
      choice(
        'Two fair dice are thrown. Which sum is the most likely?',
        ['6', '*7', '8', '12'],
        'Six of the 36 equally likely throws add up to 7, more than for any other sum.',
      ),
      typed(
        'A fair coin is thrown three times. What is the probability of three heads, as a decimal number?',
        { value: 0.125, tolerance: 0.001 },
        'Half of a half of a half: 0.125.',
      ),
      choice(
        'Five tosses of a fair coin gave heads. The sixth toss is more likely to give tails.',
        ['True', '*False'],
        'The coin does not remember: heads and tails stay equally likely.',
      ),
      choice(
        'Which of these say where the middle of a list of numbers lies?',
        ['*Mean', '*Median', 'Range', 'Variance'],
        'Range and variance say how far the numbers are spread.',
      ),
      typed(
        'What is the median of 3, 9, 4, 1 and 8?',
        { value: 4, tolerance: 0 },
        'In order: 1, 3, 4, 8, 9. The one in the middle is 4.',
      ),
      choice(
        'How many ways are there to put four different books in a row?',
        ['4', '16', '*24', '256'],
        'Four places for the first, three for the second, two, one: 4 × 3 × 2 × 1 = 24.',
      ),
    ],
  },
  {
    category: geography,
    title: 'Rivers and seas',
    description: 'Five questions on the water of the world.',
    difficulty: 'EASY',
    timeLimitSeconds: 300,
    questions: [
      choice(
        'Into which sea does the Danube flow?',
        ['Adriatic Sea', '*Black Sea', 'Baltic Sea', 'Caspian Sea'],
        'Its delta lies in Romania and Ukraine, on the Black Sea.',
      ),
      choice(
        'Through which of these countries does the Mekong flow?',
        ['*Laos', '*Vietnam', 'Malaysia', '*Cambodia'],
        'From China it passes Myanmar, Laos, Thailand, Cambodia and Vietnam.',
      ),
      typed(
        'Which river flows through the Grand Canyon?',
        { accepted: ['Colorado', 'Colorado River', 'the Colorado'] },
        'The Colorado River carved the canyon over millions of years.',
      ),
      choice(
        'The Dead Sea lies below sea level.',
        ['*True', 'False'],
        'Its shore, more than 430 metres below sea level, is the lowest dry land.',
      ),
      choice(
        'Which strait parts Europe from Africa?',
        ['Bosporus', 'Strait of Hormuz', '*Strait of Gibraltar', 'Bering Strait'],
        'At its narrowest the Strait of Gibraltar is about 14 kilometres wide.',
      ),
    ],
  },
];
