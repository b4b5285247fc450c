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
    store.add([file('1'), file('2'), file('3')]);
    expect(sent).toHaveLength(2);
    sent[0]?.accept();
    await until((uploads) => uploads.filter(({ state }) => state === 'waiting').length === 0);
    expect(sent).toHaveLength(3);
  });

  it('keep their key when they are sent again after a lost answer', async () => {
    const { store, sent, until } = openStore();
    store.add([file('paper.docx')]);
    sent[0]?.fail(new Error('no answer'));
    await until(([upload]) => upload?.state === 'failed');
    store.retry(sent[0]?.key ?? '');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('get a key of their own each time they are chosen', () => {
    const { store, sent } = openStore();
    store.add([file('paper.docx')]);
    store.add([file('paper.docx')]);
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  it('stay until the import they became is in the list', async () => {
    const { store, sent, until } = openStore();
    store.add([file('paper.docx')]);
    sent[0]?.accept();
    await until(([upload]) => upload?.state === 'accepted');
    store.settle(new Set(['another import']));
    expect(store.snapshot()).toHaveLength(1);
    store.settle(new Set(['import of paper.docx']));
    expect(store.snapshot()).toEqual([]);
  });
});
