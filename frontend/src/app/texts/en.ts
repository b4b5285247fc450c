import { byNamespace } from './by-namespace';

/**
 * Every text in one language, in one file that is loaded only for those who read it; what staff alone see at
 * attempts comes with its pages.
 */
export const texts = byNamespace(
  import.meta.glob<Record<string, string>>(
    [
      '../../components/locales/en.json',
      '../../features/*/locales/en.json',
      '!../../features/invigilation/locales/en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
