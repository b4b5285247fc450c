import { addTexts } from '../../lib/i18n/i18n';

/** What only staff read comes with their pages: no student ever loads it. */
const LOADERS = {
  diagnostics: {
    // The server itself speaks English.
    en: () => Promise.resolve({}),
    vi: async () => (await import('../../components/diagnostics/vi.json')).default,
  },
  imports: {
    en: async () => (await import('../../features/imports/locales/en.json')).default,
    vi: async () => (await import('../../features/imports/locales/vi.json')).default,
  },
  invigilation: {
    en: async () => (await import('../../features/invigilation/locales/en.json')).default,
    vi: async () => (await import('../../features/invigilation/locales/vi.json')).default,
  },
  operations: {
    en: async () => (await import('../../features/operations/locales/en.json')).default,
    vi: async () => (await import('../../features/operations/locales/vi.json')).default,
  },
  quizzes: {
    en: async () => (await import('../../features/quizzes/locales/en.json')).default,
    vi: async () => (await import('../../features/quizzes/locales/vi.json')).default,
  },
};

export type StaffNamespace = keyof typeof LOADERS;

/** Brings these texts in the language in use, and in each that is chosen later. */
export async function loadStaffTexts(namespaces: readonly StaffNamespace[]): Promise<void> {
  await Promise.all(namespaces.map((name) => addTexts(name, LOADERS[name])));
}
