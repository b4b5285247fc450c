import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeRecord } from '../testing/make-record';
import { MemoryStore } from '../testing/memory-store';
import { ModelServer } from '../testing/model-server';
import { AutoSave, type AutoSaveOptions } from './autosave';

let server: ModelServer;
let store: MemoryStore;

function openPage(
  clientId = 'page',
  transport = server.transport(),
  more: Partial<AutoSaveOptions> = {},
): AutoSave {
  return new AutoSave({
    attemptId: 'attempt',
    userId: 'user',
    clientId,
    server: server.copy(),
    currentQuestionIndex: 0,
    timeSpent: 0,
    time: null,
    away: false,
    transport,
    store,
    random: () => 1,
    ...more,
  });
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const sentAnswers = (index: number) =>
  Object.fromEntries((server.requests[index]?.answers ?? []).map((a) => [a.questionId, a.value]));

beforeEach(() => {
  vi.useFakeTimers();
  server = new ModelServer();
  store = new MemoryStore();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('when it saves', () => {
  it('saves 2 s after the last change, all changes in one request', async () => {
    const page = openPage();
    page.choose('q1', 'a');
    await pass(1_500);
    page.choose('q2', 'b');
    await pass(1_999);
    expect(server.requests).toHaveLength(0);
    await pass(1);
    expect(server.requests).toHaveLength(1);
    expect(sentAnswers(0)).toEqual({ q1: 'a', q2: 'b' });
  });

  it('saves at most 10 s after a change even when the student never pauses', async () => {
    const page = openPage();
    for (let i = 0; i < 10; i += 1) {
      page.choose('q1', `text ${String(i)}`);
      await pass(1_000);
    }
    expect(server.requests).toHaveLength(1);
  });

  it('saves a move to another question within 30 s, and not sooner', async () => {
    const page = openPage();
    page.moveTo(3);
    await pass(29_999);
    expect(server.requests).toHaveLength(0);
    await pass(1);
    expect(server.requests[0]?.currentQuestionIndex).toBe(3);
    expect(page.getSnapshot().isDirty).toBe(false);
  });

  it('sends nothing at all while nothing has changed', async () => {
    const page = openPage();
    page.saveNow();
    page.leave();
    await pass(120_000);
    expect(server.requests).toHaveLength(0);
  });

  it('has one request under way at a time, and the next carries what was changed meanwhile', async () => {
    server.next = ['held'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    page.choose('q2', 'b');
    await pass(20_000);
    expect(server.requests).toHaveLength(1);
    server.release();
    await pass(0);
    expect(server.requests).toHaveLength(2);
    expect(sentAnswers(1)).toEqual({ q2: 'b' });
  });
});

describe('what it says', () => {
  it('says "on the server" only after the acknowledgement, and "on this device" only after the disk', async () => {
    server.next = ['held'];
    store.slow = true;
    const page = openPage();
    page.choose('q1', 'a');
    expect(page.getSnapshot().questions.q1?.place).toBe('choosing');
    store.flush();
    await pass(0);
    expect(page.getSnapshot().questions.q1?.place).toBe('device');
    await pass(2_000);
    expect(page.getSnapshot()).toMatchObject({ isSaving: true, lastSaved: null, isDirty: true });
    server.release();
    await pass(0);
    expect(page.getSnapshot().questions.q1?.place).toBe('server');
    expect(page.getSnapshot()).toMatchObject({ isSaving: false, isDirty: false, error: null });
    expect(page.getSnapshot().lastSaved).not.toBeNull();
  });

  it('says "on this device" of no answer because an earlier one got there', async () => {
    store.slow = true;
    const page = openPage();
    page.choose('q1', 'a');
    store.flush();
    await pass(0);
    page.choose('q2', 'b');
    await pass(0);
    expect(page.getSnapshot()).toMatchObject({ unsavedCount: 2, onDeviceCount: 1 });
    expect(page.getSnapshot().questions.q2?.place).toBe('choosing');
    store.flush();
    await pass(0);
    expect(page.getSnapshot().onDeviceCount).toBe(2);
  });

  it('keeps an answer that was changed while its save was under way', async () => {
    server.next = ['held', 'held'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    page.choose('q1', 'b');
    server.release();
    await pass(0);
    expect(page.getSnapshot().questions.q1).toEqual({ value: 'b', place: 'device' });
    expect(store.records.get('page')?.pending.q1?.value).toBe('b');
    await pass(2_000);
    server.release();
    await pass(0);
    expect(server.valueOf('q1')).toBe('b');
    expect(store.records.size).toBe(0);
  });

  it('tells the student when the device keeps nothing, and still saves', async () => {
    store.fault = 'full';
    const page = openPage();
    page.choose('q1', 'a');
    await pass(0);
    expect(page.getSnapshot().storage).toBe('full');
    expect(page.getSnapshot().questions.q1?.place).toBe('choosing');
    await pass(2_000);
    expect(server.valueOf('q1')).toBe('a');
  });
});

describe('when the network fails', () => {
  it('sends again with a new number and at least the same changes', async () => {
    server.next = ['lost'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    expect(page.getSnapshot().error).toEqual({ kind: 'offline' });
    page.choose('q2', 'b');
    await pass(2_000);
    expect(server.requests.map((request) => request.seq)).toEqual([1, 2]);
    expect(sentAnswers(1)).toEqual({ q1: 'a', q2: 'b' });
    expect(page.getSnapshot()).toMatchObject({ isDirty: false, error: null });
  });

  it('ends with the same answers when only the reply was lost', async () => {
    server.next = ['unheard'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    page.choose('q1', 'b');
    await pass(5_000);
    expect(server.valueOf('q1')).toBe('b');
    expect(page.getSnapshot()).toMatchObject({ isDirty: false, conflicts: [] });
  });

  it('waits longer after each failure, up to 30 s', async () => {
    server.always = 'lost';
    openPage().choose('q1', 'a');
    await pass(2_000);
    const waits = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
    for (const [index, wait] of waits.entries()) {
      await pass(wait - 1);
      expect(server.requests).toHaveLength(index + 1);
      await pass(1);
      expect(server.requests).toHaveLength(index + 2);
    }
  });

  it('saves at once when the network is back, whatever the back-off was', async () => {
    server.always = 'lost';
    const page = openPage();
    page.choose('q1', 'a');
    await pass(60_000);
    server.always = 'fine';
    page.saveNow();
    await pass(0);
    expect(server.valueOf('q1')).toBe('a');
  });

  it('obeys Retry-After, also when asked to save now', async () => {
    const limited = { kind: 'unavailable', reason: 'limited', requestId: 'r' } as const;
    server.next = [{ ...limited, retryAfterSeconds: 40 }];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    page.saveNow();
    await pass(39_000);
    expect(server.requests).toHaveLength(1);
    expect(page.getSnapshot().error).toEqual({ kind: 'limited', requestId: 'r' });
    await pass(6_000);
    expect(server.valueOf('q1')).toBe('a');
  });
});

describe('when the page is left', () => {
  it('sends what is unsaved at once, in a request that outlives the page', () => {
    const page = openPage();
    page.choose('q1', 'a');
    page.leave();
    page.leave();
    expect(server.leaving).toHaveLength(1);
    expect(server.leaving[0]?.answers).toEqual([{ questionId: 'q1', value: 'a' }]);
  });

  it('does not wait for a request under way, and either order of arrival gives the last answer', async () => {
    server.next = ['held', 'fine'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    page.choose('q1', 'b');
    page.choose('q2', 'c');
    page.leave();
    await pass(0);
    expect(server.valueOf('q1')).toBe('b');
    server.release();
    await pass(0);
    expect(server.valueOf('q1')).toBe('b');
    expect(page.getSnapshot().questions.q1).toEqual({ value: 'b', place: 'server' });
    expect(page.getSnapshot().isDirty).toBe(false);
  });
});

describe('when another device writes too', () => {
  it('takes the other device’s answer where only that one changed the question', async () => {
    const page = openPage();
    server.writeElsewhere('q2', 'theirs');
    page.choose('q1', 'mine');
    await pass(2_000);
    expect(server.valueOf('q1')).toBe('mine');
    expect(server.valueOf('q2')).toBe('theirs');
    expect(page.getSnapshot().questions.q2?.value).toBe('theirs');
    expect(page.getSnapshot().conflicts).toEqual([]);
  });

  it('asks, and overwrites nothing, where both changed the same question', async () => {
    const page = openPage();
    server.writeElsewhere('q1', 'theirs');
    page.choose('q1', 'mine');
    page.choose('q2', 'other');
    await pass(2_000);
    expect(server.valueOf('q1')).toBe('theirs');
    expect(server.valueOf('q2')).toBe('other');
    const [conflict] = page.getSnapshot().conflicts;
    expect(conflict).toMatchObject({ questionId: 'q1', mine: { value: 'mine' } });
    expect(conflict?.theirs.value).toBe('theirs');
    await pass(60_000);
    expect(server.valueOf('q1')).toBe('theirs');
  });

  it.each(['mine', 'theirs'] as const)('saves the choice of %s', async (choice) => {
    const page = openPage();
    server.writeElsewhere('q1', 'theirs');
    page.choose('q1', 'mine');
    await pass(2_000);
    page.resolve('q1', choice);
    await pass(2_000);
    expect(server.valueOf('q1')).toBe(choice);
    expect(page.getSnapshot()).toMatchObject({ conflicts: [], isDirty: false });
  });

  it('does not take its own unheard save for another device’s', async () => {
    server.next = ['unheard'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    server.writeElsewhere('q2', 'theirs');
    page.choose('q1', 'b');
    await pass(5_000);
    expect(page.getSnapshot().conflicts).toEqual([]);
    expect(server.valueOf('q1')).toBe('b');
  });
});

describe('when the page comes back after a while', () => {
  it('believes a newer copy of the server more than the late answer to a save', async () => {
    const heard = Promise.withResolvers<void>();
    const transport = server.transport();
    const page = openPage('page', {
      ...transport,
      save: async (mutation, options) => {
        const outcome = await transport.save(mutation, options);
        await heard.promise;
        return outcome;
      },
    });
    page.choose('q1', 'mine');
    await pass(2_000);
    server.writeElsewhere('q1', 'theirs');
    page.refresh(server.copy(), null, true);
    heard.resolve();
    await pass(0);
    expect(page.getSnapshot().questions.q1?.place).not.toBe('server');
    page.resolve('q1', 'mine');
    await pass(2_000);
    expect(server.valueOf('q1')).toBe('mine');
  });

  it('takes over what other devices saved and the time left, and keeps its own changes', () => {
    const page = openPage();
    page.choose('q1', 'mine');
    server.writeElsewhere('q2', 'theirs');
    const time = { remainingSeconds: 30, atMs: 0, verified: true };
    page.refresh(server.copy(), time, true);
    const { questions, conflicts } = page.getSnapshot();
    expect(questions.q1?.value).toBe('mine');
    expect(questions.q2).toEqual({ value: 'theirs', place: 'server' });
    expect(conflicts).toEqual([]);
    expect(page.getSnapshot().time).toEqual(time);
  });

  it('stops where the attempt is over by now', async () => {
    server.closed = true;
    const page = openPage();
    page.choose('q1', 'a');
    page.refresh(server.copy(), null, false);
    await pass(60_000);
    expect(page.getSnapshot()).toMatchObject({ phase: 'closed', unsavedCount: 1 });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.late?.answers).toEqual([{ questionId: 'q1', value: 'a' }]);
  });
});

describe('when the session is over', () => {
  it('keeps everything, sends nothing, and goes on after signing in', async () => {
    server.next = [{ kind: 'signed-out' }];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    expect(page.getSnapshot().signedOut).toBe(true);
    page.choose('q2', 'b');
    page.saveNow();
    await pass(120_000);
    expect(server.requests).toHaveLength(1);
    expect(Object.keys(store.records.get('page')?.pending ?? {})).toEqual(['q1', 'q2']);
    page.signedIn();
    await pass(0);
    expect(server.valueOf('q1')).toBe('a');
    expect(server.valueOf('q2')).toBe('b');
  });
});

describe('when the server refuses', () => {
  const refusedPage = async () => {
    server.next = [{ kind: 'refused', code: 'UNKNOWN_OPTION', requestId: 'r1' }];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    return page;
  };

  it('shows the support code, keeps the answer and tries again after 30 s', async () => {
    const page = await refusedPage();
    const error = { kind: 'refused', code: 'UNKNOWN_OPTION', requestId: 'r1' };
    expect(page.getSnapshot()).toMatchObject({ error, isDirty: true });
    await pass(29_000);
    expect(server.requests).toHaveLength(1);
    await pass(1_000);
    expect(server.valueOf('q1')).toBe('a');
  });

  it('tries again with the next change', async () => {
    const page = await refusedPage();
    page.choose('q2', 'b');
    await pass(2_000);
    expect([server.valueOf('q1'), server.valueOf('q2')]).toEqual(['a', 'b']);
  });

  it('stops when the attempt is closed and still knows what was not sent', async () => {
    server.closed = true;
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    expect(page.getSnapshot()).toMatchObject({ phase: 'closed', unsavedCount: 1 });
    await pass(120_000);
    // The save that was refused, and once the same answer as a late one.
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.late?.answers).toEqual([{ questionId: 'q1', value: 'a' }]);
    expect(store.records.get('page')?.pending.q1?.value).toBe('a');
  });
});

describe('handing in', () => {
  it('carries every unsaved answer and happens once, however often it is asked for', async () => {
    const page = openPage();
    page.choose('q1', 'a');
    await Promise.all([page.submit(), page.submit(), page.submit()]);
    expect(server.submissions).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(server.valueOf('q1')).toBe('a');
    expect(page.getSnapshot()).toMatchObject({ phase: 'submitted', isDirty: false });
    expect(store.records.size).toBe(0);
  });

  it('is tried until the server has answered', async () => {
    server.next = ['lost', 'unheard', 'fine'];
    const page = openPage();
    page.choose('q1', 'a');
    const done = page.submit();
    await pass(0);
    expect(page.getSnapshot()).toMatchObject({ phase: 'submitting', error: { kind: 'offline' } });
    expect(store.records.get('page')?.pending.q1?.value).toBe('a');
    await pass(10_000);
    await done;
    expect(server.submissions).toBe(1);
    expect(page.getSnapshot().phase).toBe('submitted');
  });

  it('keeps on the device what the server did not take because it was handed in elsewhere', async () => {
    const page = openPage();
    page.choose('q1', 'a');
    server.closed = true;
    await page.submit();
    const { phase, unsavedCount, error } = page.getSnapshot();
    expect({ phase, unsavedCount, error }).toEqual({
      phase: 'closed',
      unsavedCount: 1,
      error: null,
    });
    expect(store.records.get('page')?.pending.q1?.value).toBe('a');
    expect(server.valueOf('q1')).toBeUndefined();
    await pass(120_000);
    expect(server.requests).toHaveLength(1);
  });

  it('keeps nothing on the device where what was handed in elsewhere says the same', async () => {
    const page = openPage();
    page.choose('q1', 'a');
    server.writeElsewhere('q1', 'a');
    server.closed = true;
    await page.submit();
    expect(page.getSnapshot()).toMatchObject({ phase: 'submitted', unsavedCount: 0 });
    expect(store.records.size).toBe(0);
  });

  it('waits for the student to sign in again', async () => {
    server.next = [{ kind: 'signed-out' }];
    const page = openPage();
    page.choose('q1', 'a');
    const done = page.submit();
    await pass(60_000);
    expect(server.submissions).toBe(0);
    page.signedIn();
    await done;
    expect(server.submissions).toBe(1);
  });

  it('overtakes a save under way without losing its answer', async () => {
    server.next = ['held', 'fine'];
    const page = openPage();
    page.choose('q1', 'a');
    await pass(2_000);
    await page.submit();
    server.release();
    await pass(0);
    expect(server.valueOf('q1')).toBe('a');
    expect(page.getSnapshot().phase).toBe('submitted');
  });

  it('gives the page back when the server refuses it', async () => {
    server.next = [{ kind: 'refused', code: 'VALIDATION_FAILED', requestId: 'r2' }];
    const page = openPage();
    await page.submit();
    expect(page.getSnapshot()).toMatchObject({ phase: 'open', error: { requestId: 'r2' } });
    await page.submit();
    expect(page.getSnapshot().phase).toBe('submitted');
  });
});

describe('handing in, refused', () => {
  it('still saves what was on its way when it was asked for and did not arrive', async () => {
    const answered = Promise.withResolvers<void>();
    const transport = server.transport();
    let saves = 0;
    const page = openPage('page', {
      save: async (mutation, options) => {
        saves += 1;
        if (saves > 1) return transport.save(mutation, options);
        await answered.promise;
        return { kind: 'unavailable', reason: 'offline', retryAfterSeconds: null, requestId: null };
      },
      submit: async () => {
        await answered.promise;
        return { kind: 'refused', code: 'REFUSED', requestId: null };
      },
    });
    page.choose('q1', 'a');
    await pass(2_000);
    const handedIn = page.submit();
    answered.resolve();
    await handedIn;
    await pass(30_000);
    expect(server.valueOf('q1')).toBe('a');
  });
});

describe('after a crash', () => {
  it('takes over what the crashed page had not saved, and saves it', async () => {
    server.always = 'lost';
    const crashed = openPage('crashed');
    crashed.choose('q1', 'a');
    crashed.choose('q2', 'b');
    crashed.stop();
    const left = [...store.records.values()];
    server.always = 'fine';
    const page = openPage('page');
    await page.restore(left, { position: 1, timeSpent: 30 });
    expect(Object.keys(store.records.get('page')?.pending ?? {})).toEqual(['q1', 'q2']);
    await pass(0);
    expect([server.valueOf('q1'), server.valueOf('q2')]).toEqual(['a', 'b']);
    expect(page.getSnapshot().position).toBe(1);
  });

  it('asks where another device has changed the same question since', async () => {
    server.always = 'lost';
    const crashed = openPage('crashed');
    crashed.choose('q1', 'old page');
    crashed.stop();
    server.always = 'fine';
    server.writeElsewhere('q1', 'other device');
    const page = openPage('page');
    await page.restore([...store.records.values()], { position: 0, timeSpent: 0 });
    await pass(60_000);
    expect(page.getSnapshot().conflicts).toHaveLength(1);
    expect(server.valueOf('q1')).toBe('other device');
  });
});

describe('when the time runs out without a network', () => {
  const timed = (remainingSeconds: number, verified = true) => {
    const time = { remainingSeconds, atMs: performance.now(), verified };
    return openPage('page', server.transport(), { time });
  };

  it('takes no more answers, and hands in as chosen in time what was', async () => {
    const page = timed(30);
    server.always = 'lost';
    page.choose('q1', 'a');
    const chosenAt = new Date().toISOString();
    await pass(30_000);
    page.choose('q1', 'b');
    page.choose('q2', 'c');
    page.timeIsOver();
    await pass(60_000);
    server.closed = true;
    server.always = 'fine';
    page.saveNow();
    await pass(1);
    expect(server.requests.at(-1)?.late).toEqual({
      answers: [{ questionId: 'q1', value: 'a' }],
      chosenBeforeDeadline: true,
      verified: true,
      lastChosenAt: chosenAt,
    });
  });

  it('says that only the wall clock tells where an earlier page of the browser chose', async () => {
    const page = timed(30);
    const left = [makeRecord({ q1: 'a' }, { clientId: 'crashed' })];
    server.always = 'lost';
    await page.restore(left, { position: 0, timeSpent: 0 });
    page.choose('q2', 'b');
    page.timeIsOver();
    await pass(1);
    expect(server.requests.at(-1)?.late).toMatchObject({ verified: false });
  });

  it('asks the server before it hands in by a clock that may be wrong, and goes on when there is time', async () => {
    const page = timed(0, false);
    page.timeIsOver();
    await pass(60_000);
    expect(page.getSnapshot().phase).toBe('asking');
    expect(server.requests).toHaveLength(0);
    page.refresh(server.copy(), { ...fresh, atMs: performance.now() }, true);
    expect(page.getSnapshot().phase).toBe('open');
    page.choose('q1', 'a');
    await pass(2_000);
    expect(server.valueOf('q1')).toBe('a');
  });

  it('counts a sleep of the computer as time gone, by the wall clock', async () => {
    server.always = 'lost';
    const page = timed(600);
    page.slept(590_000);
    expect(page.getSnapshot().time).toMatchObject({ remainingSeconds: 10, verified: false });
    page.choose('q1', 'a');
    await pass(10_000);
    page.choose('q1', 'b');
    expect(page.getSnapshot().questions.q1?.value).toBe('a');
  });
});

const fresh = { remainingSeconds: 300, verified: true };
