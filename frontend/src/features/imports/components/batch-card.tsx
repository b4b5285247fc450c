import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../../../components/ui/live-region';
import { ProgressBar } from '../../../components/ui/progress-bar';
import { Skeleton } from '../../../components/ui/skeleton';
import { useFormat } from '../../../hooks/use-format';
import { batchQuery, categoriesQuery } from '../api/imports';
import { removeUpload, retryUpload } from '../hooks/use-uploads';
import { batchFigures } from '../lib/batch-figures';
import type { Upload } from '../lib/upload-store';
import { ImportRow } from './import-row';
import { UploadRow } from './upload-row';

interface BatchCardProps {
  batchId: string | null;
  /** Files of it that the server has not accepted yet. */
  uploads: readonly Upload[];
  fileCount: number;
}

/** Files that were chosen together: how far they are as a whole, and each for itself. */
export function BatchCard({ batchId, uploads, fileCount }: BatchCardProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const titleId = useId();
  const batch = useQuery({ ...batchQuery(batchId ?? ''), enabled: batchId !== null }).data;
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const figures = batchFigures(batch, uploads, fileCount);
  const files = batch?.files ?? [];
  const waiting = uploads.filter(({ importId }) => !files.some(({ id }) => id === importId));
  const category = categories.find(({ id }) => id === batch?.categoryId)?.name;
  const { ready, failed, total, isOver } = figures;
  const summary = t('batchSummary', {
    ready: t('batchReady', { count: ready }),
    failed: t('batchFailed', { count: failed }),
  });
  return (
    <section
      aria-labelledby={titleId}
      className="drawn-in-sight rounded-lg border border-line bg-surface shadow-sm"
    >
      <div className="flex flex-col gap-2 border-b border-line px-5 py-4">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h3 id={titleId} className="font-semibold">
            {t('batchTitle', { count: total })}
          </h3>
          <p className="text-sm text-ink-soft">
            {[category, batch && format.dateTime(batch.createdAt)].filter(Boolean).join(' · ')}
          </p>
          <p className="text-sm text-ink-soft sm:ms-auto">{summary}</p>
        </div>
        {!isOver && (
          <div className="flex items-center gap-3">
            <ProgressBar label={t('batchProgress')} value={figures.progress} />
            <span className="w-12 text-end text-sm text-ink-soft tabular-nums">
              {format.percent(figures.progress)}
            </span>
          </div>
        )}
        <LiveRegion message={isOver ? t('batchOver', { summary }) : ''} />
      </div>
      {batchId !== null && !batch && uploads.length === 0 && <Skeleton className="m-5 h-16" />}
      <ul className="divide-y divide-line">
        {waiting.map((upload) => (
          <UploadRow
            key={upload.key}
            upload={upload}
            onRetry={() => retryUpload(upload.key)}
            onRemove={() => removeUpload(upload.key)}
          />
        ))}
        {files.map((item) => (
          <ImportRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
