import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Import } from '../../../lib/api/generated/types.gen';
import { uploadFile } from '../api/imports';
import { UploadStore } from '../lib/upload-store';

const store = new UploadStore(async ({ file, key }) => (await uploadFile(file, key)).importId);

/** Takes files and sends them on. */
export function addUploads(files: readonly File[]): void {
  store.add(files);
}

/** The files on their way that are not in the list of `imports` yet. */
export function useUploads(imports: readonly Import[]) {
  const queryClient = useQueryClient();
  const uploads = useSyncExternalStore(store.subscribe, store.snapshot);
  const accepted = uploads.filter(({ state }) => state === 'accepted').length;

  useEffect(() => {
    if (accepted > 0) void queryClient.invalidateQueries({ queryKey: ['imports'] });
  }, [queryClient, accepted]);

  useEffect(() => {
    store.settle(new Set(imports.map(({ id }) => id)));
  }, [imports, uploads]);

  return {
    uploads: uploads.filter(({ importId }) => !imports.some(({ id }) => id === importId)),
    retry: (key: string) => store.retry(key),
    remove: (key: string) => store.remove(key),
  };
}
