import { byNamespace } from './by-namespace';

/** Every text of the student's pages in one language, in one file that is loaded only for those who read it. */
export const texts = byNamespace(
  import.meta.glob<Record<string, string>>(
    [
      '../../components/locales/en.json',
      '../../features/*/locales/en.json',
      '!../../features/{imports,invigilation,operations,quizzes}/locales/en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
