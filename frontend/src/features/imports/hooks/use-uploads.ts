import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { createBatch, uploadFile } from '../api/imports';
import { UploadStore, type UploadBatch } from '../lib/upload-store';

const store = new UploadStore(async ({ file, key, batch, categoryId }) => {
  const batchId = batch && (await batchIdOf(batch));
  return (await uploadFile({ file, uploadKey: key, batchId, categoryId })).importId;
});

const announced = new Map<string, Promise<string>>();

/** A batch is announced once, by the first of its files; when that fails, by the next that is sent. */
function batchIdOf({ key, fileCount, categoryId }: UploadBatch): Promise<string> {
  const known = announced.get(key);
  if (known) return known;
  const asked = createBatch(fileCount, categoryId).then(
    ({ batchId }) => {
      store.name(key, batchId);
      return batchId;
    },
    (error: unknown) => {
      announced.delete(key);
      throw error;
    },
  );
  announced.set(key, asked);
  return asked;
}

/** Takes files and sends them on. */
export function addUploads(files: readonly File[], categoryId: string | null): void {
  store.add(files, categoryId);
}

/** The files on their way that are not in the list of `imports` yet. */
export function useUploads(imports: readonly Pick<ImportSummary, 'id'>[]) {
  const queryClient = useQueryClient();
  const uploads = useSyncExternalStore(store.subscribe, store.snapshot);
  const accepted = uploads.filter(({ state }) => state === 'accepted').length;

  useEffect(() => {
    if (accepted === 0) return;
    void queryClient.invalidateQueries({ queryKey: ['imports'] });
    void queryClient.invalidateQueries({ queryKey: ['import-batch'] });
  }, [queryClient, accepted]);

  useEffect(() => {
    store.settle(new Set(imports.map(({ id }) => id)));
  }, [imports, uploads]);

  return uploads.filter(({ importId }) => !imports.some(({ id }) => id === importId));
}

export function retryUpload(key: string): void {
  store.retry(key);
}

export function removeUpload(key: string): void {
  store.remove(key);
}
