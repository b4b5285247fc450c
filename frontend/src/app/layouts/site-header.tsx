import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../components/ui/button-link';
import { Logo } from '../../components/ui/logo';
import { TabLink } from '../../components/ui/tab-link';
import { useSession } from '../../hooks/use-session';
import { MenuOnDemand } from './menu-on-demand';

const loadSettings = async () => (await import('./settings-menu')).SettingsMenu;
const loadAccount = async () => (await import('./account-menu')).AccountMenu;

const HEADER_TAB = 'sm:min-h-16';

export function SiteHeader() {
  const { t } = useTranslation('common');
  const { status, user } = useSession();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="page-x mx-auto flex min-h-16 max-w-page flex-wrap items-center gap-x-6">
        <Link
          to="/"
          aria-label={t('home')}
          className="flex min-h-11 items-center gap-2.5 text-lg font-semibold tracking-tight"
        >
          <Logo className="size-8" />
          QuizMaster
        </Link>
        <nav
          aria-label={t('nav')}
          className="order-last -mx-3 flex w-[calc(100%+1.5rem)] overflow-x-auto sm:order-none sm:mx-0 sm:w-auto sm:gap-1"
        >
          {user?.role === 'ADMIN' && (
            <>
              <TabLink to="/" end className={HEADER_TAB}>
                {t('navCatalogue')}
              </TabLink>
              <TabLink to="/admin/import" className={HEADER_TAB}>
                {t('navImport')}
              </TabLink>
              <TabLink to="/admin/quizzes" className={HEADER_TAB}>
                {t('navManage')}
              </TabLink>
              <TabLink to="/admin/operations" className={HEADER_TAB}>
                {t('navOperations')}
              </TabLink>
            </>
          )}
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <MenuOnDemand icon="settings" label={t('settings')} load={loadSettings} />
          {user && status !== 'lost' ? (
            <MenuOnDemand
              // Of one account: the next one's is not open because this one's was.
              key={user.id}
              icon="user"
              label={t('accountOf', { name: user.name })}
              load={loadAccount}
            />
          ) : (
            status !== 'unknown' && <ButtonLink to="/login">{t('logIn')}</ButtonLink>
          )}
        </div>
      </div>
    </header>
  );
}
