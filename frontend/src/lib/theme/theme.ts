import { readText, writeText } from '../storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The same key as in `public/theme.js`, which applies the choice before the first paint. */
const THEME_KEY = 'qm-theme';
const listeners = new Set<() => void>();

/** What was chosen in this browser; `system` when nothing was. */
export function currentTheme(): Theme {
  const kept = readText(THEME_KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses a theme for this browser, or the system's again. */
export function changeTheme(theme: Theme): void {
  writeText(THEME_KEY, theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

export function isTheme(value: string): value is Theme {
  return THEMES.some((theme) => theme === value);
}
