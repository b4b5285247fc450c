import { byNamespace } from './by-namespace';

/**
 * Every text in one language, in one file that is loaded only for those who read it. What the import doubts
 * is among them in each language but English, which the server itself speaks.
 */
export const texts = byNamespace(
  import.meta.glob<Record<string, string>>(
    [
      '../../components/locales/vi.json',
      '../../components/diagnostics/vi.json',
      '../../features/*/locales/vi.json',
      '!../../features/invigilation/locales/vi.json',
    ],
    { eager: true, import: 'default' },
  ),
);
