import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SampleLink } from '../../../components/sample-link';
import { ButtonLink } from '../../../components/ui/button-link';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { PageHeading } from '../../../components/ui/page-heading';
import { Skeleton } from '../../../components/ui/skeleton';
import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { importsQuery } from '../api/imports';
import { FileIntake } from '../components/file-intake';
import { FileList } from '../components/file-list';
import { ImportAnnouncer } from '../components/import-announcer';
import { useUploads } from '../hooks/use-uploads';

const NONE: ImportSummary[] = [];

export function ImportPage() {
  const { t } = useTranslation('imports');
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/admin/import/guide" icon="help">
              {t('guide')}
            </ButtonLink>
            <SampleLink>{t('sample')}</SampleLink>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      <FileIntake />
      <section aria-labelledby="files" className="flex flex-col gap-4">
        <h2 id="files" className="text-xl">
          {t('filesTitle')}
        </h2>
        <Files />
      </section>
    </div>
  );
}

function Files() {
  const { t } = useTranslation('imports');
  const imports = useQuery(importsQuery());
  const items = imports.data?.items ?? NONE;
  const uploads = useUploads(items);
  const isEmpty = uploads.length === 0 && items.length === 0;

  if (imports.isPending && uploads.length === 0) return <Skeleton className="h-24" />;
  if (imports.isError && !imports.data && uploads.length === 0) {
    return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  }
  if (isEmpty) {
    return (
      <EmptyState icon="file" title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <ImportAnnouncer items={items.filter(({ batchId }) => batchId === null)} />
      <FileList uploads={uploads} imports={items} />
    </>
  );
}
