import { addTexts } from '../../../lib/i18n/i18n';

/** The texts of these pages, which no student ever loads. */
export function loadTexts(): Promise<void> {
  return addTexts('invigilation', {
    en: () => import('../locales/en.json').then((texts) => texts.default),
    vi: () => import('../locales/vi.json').then((texts) => texts.default),
  });
}
