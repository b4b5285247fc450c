import type { Texts } from '../../lib/i18n/i18n';

/** Files of texts by where they lie: `features/auth/locales/…` is `auth`, those of the components are `common`. */
export function byNamespace(files: Record<string, Record<string, string>>): Texts {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => {
      const room = /features\/([^/]+)\//.exec(path)?.[1];
      return [room ?? 'common', texts];
    }),
  );
}
