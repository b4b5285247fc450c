import { describe, expect, it } from 'vitest';
import { UploadStore, type Upload } from './upload-store';

const file = (name: string) => new File(['x'], name);

/** A store whose files arrive, or fail, when the test says so. */
function openStore() {
  const sent: { key: string; name: string; accept: () => void; fail: (error: Error) => void }[] =
    [];
  const store = new UploadStore(
    ({ key, file: { name } }) =>
      new Promise((resolve, reject) => {
        sent.push({ key, name, accept: () => resolve(`import of ${name}`), fail: reject });
      }),
  );
  const until = (condition: (uploads: readonly Upload[]) => boolean) =>
    new Promise<void>((done) => {
      const check = () => {
        if (!condition(store.snapshot())) return;
        end();
        done();
      };
      const end = store.subscribe(check);
      check();
    });
  return { store, sent, until };
}

describe('files on their way', () => {
  it('are sent two at a time, the first one first', async () => {
    const { store, sent, until } = openStore();
    store.add([file('1'), file('2'), file('3')], null);
    expect(sent).toHaveLength(2);
    sent[0]?.accept();
    await until((uploads) => uploads.filter(({ state }) => state === 'waiting').length === 0);
    expect(sent.map(({ name }) => name)).toEqual(['1', '2', '3']);
  });

  it('keep their key when they are sent again after a lost answer', async () => {
    const { store, sent, until } = openStore();
    store.add([file('paper.docx')], null);
    sent[0]?.fail(new Error('no answer'));
    await until(([upload]) => upload?.state === 'failed');
    store.retry(sent[0]?.key ?? '');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('get a key of their own each time they are chosen', () => {
    const { store, sent } = openStore();
    store.add([file('paper.docx')], null);
    store.add([file('paper.docx')], null);
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  it('are a batch when they are chosen together, and know its name as soon as the server gives one', () => {
    const { store } = openStore();
    store.add([file('alone')], 'a category');
    store.add([file('1'), file('2')], 'a category');
    const [first, second, alone] = store.snapshot();
    expect(alone).toMatchObject({ batch: null, categoryId: 'a category' });
    expect(first?.batch).toMatchObject({ fileCount: 2, categoryId: 'a category' });
    store.name(first?.batch?.key ?? '', 'batch 7');
    expect(second?.batch).toBe(first?.batch);
    expect(store.snapshot().map(({ batchId }) => batchId)).toEqual(['batch 7', 'batch 7', null]);
  });

  it('stay until the import they became is in the list', async () => {
    const { store, sent, until } = openStore();
    store.add([file('paper.docx')], null);
    sent[0]?.accept();
    await until(([upload]) => upload?.state === 'accepted');
    store.settle(new Set(['another import']));
    expect(store.snapshot()).toHaveLength(1);
    store.settle(new Set(['import of paper.docx']));
    expect(store.snapshot()).toEqual([]);
  });
});
