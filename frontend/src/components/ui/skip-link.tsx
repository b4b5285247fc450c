import { useTranslation } from 'react-i18next';

/** The first stop of the keyboard: over the navigation, to the page itself (`<main id="main">`). */
export function SkipLink() {
  const { t } = useTranslation('common');
  return (
    <a
      href="#main"
      className="fixed start-4 top-3 z-50 -translate-y-24 rounded-md bg-accent px-4 py-2.5 font-medium text-on-accent focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}
