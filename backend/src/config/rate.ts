/** At most `limit` requests in any `windowSeconds`. */
export interface Rate {
  limit: number;
  windowSeconds: number;
}

/** Rates that go by a name, here and in the environment. */
export const PRESETS = {
  strict: { limit: 10, windowSeconds: 60 },
  standard: { limit: 60, windowSeconds: 60 },
  generous: { limit: 100, windowSeconds: 60 },
  auth: { limit: 5, windowSeconds: 900 },
  api: { limit: 1000, windowSeconds: 3600 },
} as const satisfies Record<string, Rate>;

const MAX_LIMIT = 1_000_000;
const MAX_WINDOW_SECONDS = 86_400;

function isPreset(text: string): text is keyof typeof PRESETS {
  return Object.hasOwn(PRESETS, text);
}

/** Reads `COUNT`, `COUNT/SECONDS` or the name of a preset; null when it is none of them. */
export function readRate(text: string, usualWindowSeconds: number): Rate | null {
  if (isPreset(text)) return PRESETS[text];
  const match = /^(\d{1,7})(?:\/(\d{1,5}))?$/.exec(text);
  if (match === null) return null;
  const [limit, windowSeconds] = [Number(match[1]), Number(match[2] ?? usualWindowSeconds)];
  const isSensible =
    limit >= 1 && limit <= MAX_LIMIT && windowSeconds >= 1 && windowSeconds <= MAX_WINDOW_SECONDS;
  return isSensible ? { limit, windowSeconds } : null;
}
