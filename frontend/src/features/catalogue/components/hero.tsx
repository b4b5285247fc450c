import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { Icon, type IconName } from '../../../components/ui/icon';
import { PageHeading } from '../../../components/ui/page-heading';
import { AnswerSheet } from './answer-sheet';

/** For visitors: what this is, in one breath. */
export function Hero() {
  const { t } = useTranslation('catalogue');
  return (
    <section className="flex items-center justify-between gap-12 border-b border-line pb-10">
      <div className="flex min-w-0 flex-col gap-6">
        <PageHeading title={t('title')} lead={t('heroLead')}>
          {t('heroTitle')}
        </PageHeading>
        <ul className="flex flex-col gap-x-8 gap-y-3 text-ink-soft sm:flex-row sm:flex-wrap">
          <Strength icon="cloud">{t('heroSaved')}</Strength>
          <Strength icon="device">{t('heroOffline')}</Strength>
          <Strength icon="check-circle">{t('heroResult')}</Strength>
        </ul>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/register" variant="primary">
            {t('heroRegister')}
          </ButtonLink>
          <ButtonLink to="/login">{t('heroLogIn')}</ButtonLink>
        </div>
      </div>
      <div className="max-lg:hidden">
        <AnswerSheet />
      </div>
    </section>
  );
}

function Strength({ icon, children }: { icon: IconName; children: string }) {
  return (
    <li className="flex items-center gap-2.5">
      <Icon name={icon} className="text-accent" />
      {children}
    </li>
  );
}
