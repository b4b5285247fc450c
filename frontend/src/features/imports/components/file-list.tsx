import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { removeUpload, retryUpload } from '../hooks/use-uploads';
import { groupFiles, type FileGroup } from '../lib/file-groups';
import type { Upload } from '../lib/upload-store';
import { BatchCard } from './batch-card';
import { ImportRow } from './import-row';
import { UploadRow } from './upload-row';

type Single = Exclude<FileGroup, { kind: 'batch' }>;
type Block =
  | { key: string; batch: Extract<FileGroup, { kind: 'batch' }> }
  | { key: string; singles: Single[] };

interface FileListProps {
  uploads: readonly Upload[];
  imports: readonly ImportSummary[];
}

/** Files on their way and those that came, newest first: batches as cards, single files in lists between them. */
export function FileList({ uploads, imports }: FileListProps) {
  return blocksOf(groupFiles(uploads, imports)).map((block) =>
    'batch' in block ? (
      <BatchCard
        key={block.key}
        batchId={block.batch.batchId}
        uploads={block.batch.uploads}
        fileCount={block.batch.fileCount}
      />
    ) : (
      <ul
        key={block.key}
        className="divide-y divide-line rounded-lg border border-line bg-surface shadow-sm"
      >
        {block.singles.map((single) => (
          <SingleRow key={single.key} single={single} />
        ))}
      </ul>
    ),
  );
}

function SingleRow({ single }: { single: Single }) {
  if (single.kind === 'import') return <ImportRow item={single.item} />;
  const { upload } = single;
  return (
    <UploadRow
      upload={upload}
      onRetry={() => retryUpload(upload.key)}
      onRemove={() => removeUpload(upload.key)}
    />
  );
}

function blocksOf(groups: readonly FileGroup[]): Block[] {
  const blocks: Block[] = [];
  for (const group of groups) {
    const last = blocks.at(-1);
    if (group.kind === 'batch') blocks.push({ key: group.key, batch: group });
    else if (last && 'singles' in last) last.singles.push(group);
    else blocks.push({ key: `from ${group.key}`, singles: [group] });
  }
  return blocks;
}
