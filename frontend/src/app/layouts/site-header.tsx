import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { cx } from '../../components/ui/cx';
import { ButtonLink } from '../../components/ui/button-link';
import { IconButton } from '../../components/ui/icon-button';
import { Logo } from '../../components/ui/logo';
import { useSession } from '../../hooks/use-session';

/** The menus are a fifth of all script: they follow once the page is there, and their buttons do not move. */
const SettingsMenu = lazy(async () => ({
  default: (await import('./settings-menu')).SettingsMenu,
}));
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu')).AccountMenu }));

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
          className="order-last -mx-3 flex w-full gap-1 sm:order-none sm:mx-0 sm:w-auto"
        >
          {user?.role === 'ADMIN' && (
            <>
              <HeaderLink to="/" end>
                {t('navCatalogue')}
              </HeaderLink>
              <HeaderLink to="/admin/import">{t('navImport')}</HeaderLink>
              <HeaderLink to="/admin/quizzes">{t('navManage')}</HeaderLink>
            </>
          )}
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <Suspense fallback={<IconButton icon="settings" label={t('settings')} />}>
            <SettingsMenu />
          </Suspense>
          {user && status !== 'lost' ? (
            <Suspense fallback={<IconButton icon="user" label={t('account')} />}>
              <AccountMenu user={user} />
            </Suspense>
          ) : (
            status !== 'unknown' && <ButtonLink to="/login">{t('logIn')}</ButtonLink>
          )}
        </div>
      </div>
    </header>
  );
}

function HeaderLink(props: { to: string; end?: boolean; children: string }) {
  return (
    <NavLink
      to={props.to}
      end={props.end}
      className={({ isActive }) =>
        cx(
          'inline-flex min-h-11 items-center border-b-2 px-3 transition-colors duration-150 sm:min-h-16',
          isActive
            ? 'border-accent font-medium text-ink'
            : 'border-transparent text-ink-soft hover:text-ink',
        )
      }
    >
      {props.children}
    </NavLink>
  );
}
