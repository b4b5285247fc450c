import { byNamespace } from './by-namespace';

/** Every text in one language, in one file that is loaded only for those who read it. */
export const texts = byNamespace(
  import.meta.glob<Record<string, string>>(
    ['../../components/locales/vi.json', '../../features/*/locales/vi.json'],
    { eager: true, import: 'default' },
  ),
);
