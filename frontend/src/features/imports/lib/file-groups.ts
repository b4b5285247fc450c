import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import type { Upload } from './upload-store';

/** What the list of files shows as one: a file, or a batch with those of its files not accepted yet. */
export type FileGroup =
  | { kind: 'upload'; key: string; upload: Upload }
  | { kind: 'import'; key: string; item: ImportSummary }
  | { kind: 'batch'; key: string; batchId: string | null; uploads: Upload[]; fileCount: number };

/** Files on their way first, then imports, newest first; each batch once, where its newest file is. */
export function groupFiles(
  uploads: readonly Upload[],
  imports: readonly ImportSummary[],
): FileGroup[] {
  const groups = new Map<string, FileGroup>();
  for (const upload of uploads) {
    const { batch, batchId } = upload;
    if (!batch) groups.set(upload.key, { kind: 'upload', key: upload.key, upload });
    else {
      const key = batchId ?? batch.key;
      const known = groups.get(key);
      if (known?.kind === 'batch') known.uploads.push(upload);
      else {
        const { fileCount } = batch;
        groups.set(key, { kind: 'batch', key, batchId, uploads: [upload], fileCount });
      }
    }
  }
  for (const item of imports) {
    const { batchId } = item;
    if (batchId === null) groups.set(item.id, { kind: 'import', key: item.id, item });
    else if (!groups.has(batchId)) {
      groups.set(batchId, { kind: 'batch', key: batchId, batchId, uploads: [], fileCount: 0 });
    }
  }
  return [...groups.values()];
}
