import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button-link';
import { PageHeading } from '../components/ui/page-heading';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <div className="flex flex-col items-start gap-6">
      <PageHeading lead={t('notFoundText')}>{t('notFoundTitle')}</PageHeading>
      <ButtonLink to="/" variant="primary">
        {t('notFoundAction')}
      </ButtonLink>
    </div>
  );
}
