import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readText, writeText } from '../storage';
import { LOCALES, chooseLocale, type Locale } from './locales';

export type Texts = Resource[string];
type TextLoaders = Record<Locale, () => Promise<Texts>>;

const LOCALE_KEY = 'qm-locale';
let loaders: TextLoaders | null = null;
/** Pages are loaded from the very beginning: their texts wait for the first ones. */
const started = Promise.withResolvers<undefined>();
/** Of texts that came with a page, by namespace. */
const added = new Map<string, Record<Locale, () => Promise<Texts[string]>>>();

/** Starts with the language chosen before, else the browser's, else English. Only that language is loaded. */
export async function startI18n(textLoaders: TextLoaders): Promise<void> {
  loaders = textLoaders;
  const locale = chooseLocale(readText(LOCALE_KEY), navigator.languages);
  await i18next.use(initReactI18next).init({
    lng: locale,
    supportedLngs: LOCALES,
    resources: { [locale]: await textLoaders[locale]() },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
  started.resolve(undefined);
}

/** Changes the language of the interface and remembers it. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (!loaders) throw new Error('the texts are not set up yet: startI18n comes first');
  if (!i18next.hasResourceBundle(locale, 'common')) {
    for (const [namespace, texts] of Object.entries(await loaders[locale]())) {
      i18next.addResourceBundle(locale, namespace, texts);
    }
  }
  for (const namespace of added.keys()) await loadAdded(namespace, locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  writeText(LOCALE_KEY, locale);
}

/** Texts that only some pages need: they are loaded in the language in use, and in each that is chosen later. */
export async function addTexts(
  namespace: string,
  textLoaders: Record<Locale, () => Promise<Texts[string]>>,
): Promise<void> {
  added.set(namespace, textLoaders);
  await started.promise;
  const locale = LOCALES.find((known) => known === i18next.language) ?? 'en';
  await loadAdded(namespace, locale);
}

async function loadAdded(namespace: string, locale: Locale): Promise<void> {
  const load = added.get(namespace)?.[locale];
  if (!load || i18next.hasResourceBundle(locale, namespace)) return;
  i18next.addResourceBundle(locale, namespace, await load());
}
