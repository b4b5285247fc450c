import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/ui/skeleton';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';

/** While an attempt is being opened. */
export function OpeningSkeleton() {
  const { t } = useTranslation('attempts');
  return (
    <div role="status" className="flex flex-col gap-4">
      <VisuallyHidden>{t('loadingAttempt')}</VisuallyHidden>
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-24 w-full max-w-prose" />
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-14 w-full" />
    </div>
  );
}
