/** Units of time by language, in seconds; to add a language, add its words. */
const units: readonly (readonly [number, readonly string[]])[] = [
  [
    3600,
    [
      ...['h', 'hr', 'hrs', 'hour', 'hours', 'giờ', 'tiếng', '小时', '小時', '時間', '시간', 'ч'],
      ...['час', 'часа', 'часов', 'година', 'години', 'годин', 'jam', 'hora', 'horas', 'heure'],
      ...['heures', 'stunde', 'stunden', 'ora', 'ore', 'uur', 'godzina', 'godziny', 'hodina'],
      ...['hodiny', 'oră', 'óra', 'saat', 'soat', 'ساعة', 'ساعات', 'ساعت', 'घंटा', 'घंटे', 'ชั่วโมง'],
    ],
  ],
  [
    60,
    [
      ...[
        'm',
        'min',
        'mins',
        'minute',
        'minutes',
        'phút',
        '分钟',
        '分鐘',
        '分',
        '분',
        'мин',
        'минут',
      ],
      ...[
        'минута',
        'минуты',
        'хвилин',
        'хвилини',
        'menit',
        'minit',
        'minuto',
        'minutos',
        'minuten',
      ],
      ...[
        'minuti',
        'minuut',
        'minut',
        'minuty',
        'perc',
        'dakika',
        'dk',
        'daqiqa',
        'دقيقة',
        'دقائق',
      ],
      ...['دقیقه', 'मिनट', 'นาที', 'minuutit', 'minuuttia', 'minuter'],
    ],
  ],
  [
    1,
    [
      's',
      'sec',
      'secs',
      'second',
      'seconds',
      'giây',
      '秒',
      '초',
      'сек',
      'секунд',
      'detik',
      'saniye',
    ],
  ],
];
const secondsByUnit = new Map(
  units.flatMap(([seconds, words]) => words.map((word) => [word, seconds] as const)),
);
const part = /^\s*(\d{1,4}(?:[.,]\d)?)\s*([\p{L}\p{M}]+)\.?\s*(?:and|và|и|y|et|und|e)?\s*/iu;
const clock = /^\s*(\d{1,2}):([0-5]\d):([0-5]\d)\s*$/;
const [shortest, longest] = [10, 86_400];

function withinReach(seconds: number): number | null {
  return seconds >= shortest && seconds <= longest ? Math.round(seconds) : null;
}

/** `45 minutes`, `1 h 30 min`, `90分钟`, `00:45:00` in seconds; null when it is no length of time or a strange one. */
export function parseDuration(text: string): number | null {
  const [, hours, minutes, seconds] = clock.exec(text) ?? [];
  if (hours !== undefined) {
    return withinReach(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }
  let rest = text.replace(/[()（）.。;,]+\s*$/u, '');
  let total = 0;
  while (rest.trim() !== '') {
    const [whole, amount = '', unit = ''] = part.exec(rest) ?? [];
    const seconds = secondsByUnit.get(unit.toLowerCase());
    if (whole === undefined || seconds === undefined) return null;
    total += Number(amount.replace(',', '.')) * seconds;
    rest = rest.slice(whole.length);
  }
  return withinReach(total);
}
