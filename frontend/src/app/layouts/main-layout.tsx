import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { OfflineBanner } from './offline-banner';
import { SiteHeader } from './site-header';

export function MainLayout() {
  const { t } = useTranslation('common');
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <OfflineBanner />
      <main
        id="main"
        tabIndex={-1}
        className="page-x mx-auto w-full max-w-page flex-1 py-6 sm:py-10"
      >
        <Outlet />
      </main>
      <footer className="border-t border-line pt-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))]">
        <p className="page-x mx-auto max-w-page text-sm text-ink-soft">{t('footer')}</p>
      </footer>
    </div>
  );
}
