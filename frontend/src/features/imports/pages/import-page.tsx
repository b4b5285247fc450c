import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { ErrorState } from '../../../components/ui/error-state';
import { FileDrop } from '../../../components/ui/file-drop';
import { PageHeading } from '../../../components/ui/page-heading';
import { Skeleton } from '../../../components/ui/skeleton';
import type { Import } from '../../../lib/api/generated/types.gen';
import { importsQuery } from '../api/imports';
import { ImportAnnouncer } from '../components/import-announcer';
import { ImportRow } from '../components/import-row';
import { UploadRow } from '../components/upload-row';
import { addUploads, useUploads } from '../hooks/use-uploads';

const NONE: Import[] = [];

export function ImportPage() {
  const { t } = useTranslation('imports');
  return (
    <div className="flex flex-col gap-8">
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <FileDrop title={t('dropTitle')} hint={t('dropHint')} accept=".docx" onFiles={addUploads} />
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
  const { uploads, retry, remove } = useUploads(items);
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
      <ImportAnnouncer items={items} />
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-sm">
        {uploads.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={() => retry(upload.key)}
            onRemove={() => remove(upload.key)}
          />
        ))}
        {items.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </ul>
    </>
  );
}
