import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../../components/ui/page-heading';
import { TabLink } from '../../../components/ui/tab-link';

interface OperationsFrameProps {
  title: string;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** Around each page of the operations, with the way to the others. */
export function OperationsFrame({ title, lead, actions, children }: OperationsFrameProps) {
  const { t } = useTranslation('operations');
  return (
    <div className="flex flex-col gap-8">
      <nav aria-label={t('title')} className="-mt-2 flex overflow-x-auto border-b border-line">
        <TabLink to="/admin/operations" end>
          {t('systemTitle')}
        </TabLink>
        <TabLink to="/admin/operations/cache">{t('cacheTitle')}</TabLink>
        <TabLink to="/admin/operations/rate-limits">{t('limitsTitle')}</TabLink>
      </nav>
      <PageHeading title={`${title} · ${t('title')}`} lead={lead} actions={actions}>
        {title}
      </PageHeading>
      {children}
    </div>
  );
}
