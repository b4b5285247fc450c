const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [size, digits] of romanDigits) {
    text += digits.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
}

const latin = 'abcdefghijklmnopqrstuvwxyz';
/** Word's own Russian lists leave out ё, й, ъ, ы and ь. */
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
const arabicLetters = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const hebrewLetters = 'אבגדהוזחטיכלמנסעפצקרשת';

/** Word repeats the letter after the end of the alphabet: z, aa, bb … */
function letter(value: number, alphabet: string): string {
  const letters = [...alphabet];
  const index = (value - 1) % letters.length;
  const times = Math.floor((value - 1) / letters.length) + 1;
  return (letters[index] ?? '').repeat(Math.min(times, 10));
}

const chineseDigits = '〇一二三四五六七八九';

function chineseDigit(value: number): string {
  return [...chineseDigits][value] ?? '';
}

function chinese(value: number): string {
  if (value < 10) return chineseDigit(value);
  if (value < 20) return `十${value === 10 ? '' : chineseDigit(value - 10)}`;
  if (value < 100) {
    return `${chineseDigit(Math.floor(value / 10))}十${value % 10 === 0 ? '' : chineseDigit(value % 10)}`;
  }
  return [...String(value)].map((digit) => chineseDigit(Number(digit))).join('');
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const shifted = (value: number, first: number): string => String.fromCodePoint(first + value - 1);

const fullWidthDigits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => letter(value, latin),
  upperLetter: (value) => letter(value, latin).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  russianLower: (value) => letter(value, russian),
  russianUpper: (value) => letter(value, russian).toUpperCase(),
  arabicAlpha: (value) => letter(value, arabicLetters),
  hebrew1: (value) => letter(value, hebrewLetters),
  ordinal,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  ideographDigital: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  decimalEnclosedCircle: (value) => (value <= 20 ? shifted(value, 0x2460) : String(value)),
  decimalEnclosedCircleChinese: (value) => (value <= 20 ? shifted(value, 0x2460) : String(value)),
  decimalEnclosedParen: (value) => (value <= 20 ? shifted(value, 0x2474) : `(${value})`),
  decimalEnclosedFullstop: (value) => (value <= 20 ? shifted(value, 0x2488) : `${value}.`),
  decimalFullWidth: fullWidthDigits,
  decimalFullWidth2: fullWidthDigits,
  none: () => '',
  bullet: () => '',
};

/** A counter as Word writes it; formats that are not known are written as decimal numbers. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > 32_767) return String(value);
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return (write ?? String)(value);
}
