import { describe, expect, it } from 'vitest';
import type { ImportSummary } from '../../../lib/api/generated/types.gen';
import { groupFiles } from './file-groups';
import type { Upload } from './upload-store';

const chosen = { key: 'chosen', fileCount: 3, categoryId: null };
const upload = (key: string, changes: Partial<Upload> = {}) =>
  ({ key, batch: null, batchId: null, ...changes }) as Upload;
const item = (id: string, batchId: string | null = null) => ({ id, batchId }) as ImportSummary;

describe('the list of files', () => {
  it('shows a batch once: files on their way together with those that came', () => {
    const ours = { batch: chosen, batchId: 'b' };
    const groups = groupFiles(
      [upload('1', ours), upload('2', ours), upload('alone')],
      [item('x', 'b'), item('y'), item('z', 'older')],
    );
    expect(groups.map(({ kind, key }) => [kind, key])).toEqual([
      ['batch', 'b'],
      ['upload', 'alone'],
      ['import', 'y'],
      ['batch', 'older'],
    ]);
    expect(groups[0]).toMatchObject({ uploads: [{ key: '1' }, { key: '2' }], fileCount: 3 });
  });

  it('shows a batch that the server does not know yet', () => {
    const groups = groupFiles([upload('1', { batch: chosen }), upload('2', { batch: chosen })], []);
    expect(groups).toMatchObject([{ kind: 'batch', key: 'chosen', batchId: null, fileCount: 3 }]);
  });
});
