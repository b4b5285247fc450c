import { afterEach, expect, it, vi } from 'vitest';
import { TabLead } from './tab-lead';

let tabs: TabLead[] = [];

function open(name: string): TabLead {
  const tab = new TabLead(name);
  tabs.push(tab);
  tab.start();
  return tab;
}

/** A page that puts everything away at once when it does not lead any more. */
function obedient(tab: TabLead): TabLead {
  tab.subscribe(() => {
    if (tab.getSnapshot().role === 'following') tab.letGo();
  });
  return tab;
}

const untilIs = (tab: TabLead, role: string, timeout = 1_000) =>
  vi.waitFor(() => expect(tab.getSnapshot().role).toBe(role), { timeout });

afterEach(() => {
  for (const tab of tabs) tab.stop();
  tabs = [];
});

it('one tab leads, and gives the lead to the one that asks for it', async () => {
  const first = obedient(open('asked'));
  await untilIs(first, 'leading');
  const second = obedient(open('asked'));
  await untilIs(second, 'following');
  second.takeOver();
  await untilIs(second, 'leading');
  await untilIs(first, 'following');
  expect([first.isSure(), second.isSure()]).toEqual([true, true]);
});

it('takes the lead from a tab that does not answer, which then knows that it was taken', async () => {
  // As a page that hangs: it never gives anything up.
  const hung = open('hung');
  await untilIs(hung, 'leading');
  const second = obedient(open('hung'));
  await untilIs(second, 'following');
  second.takeOver();
  expect(second.getSnapshot().isTakingOver).toBe(true);
  await untilIs(second, 'leading', 6_000);
  await untilIs(hung, 'following');
  expect(hung.isSure()).toBe(false);
  expect(await hung.confirm()).toBe(false);
  expect(await second.confirm()).toBe(true);

  // It is awake again and asks: it gets the lead at once, not only after another wait.
  const asked = performance.now();
  hung.takeOver();
  await untilIs(hung, 'leading', 6_000);
  expect(performance.now() - asked).toBeLessThan(2_500);
  expect(hung.isSure()).toBe(true);
});

it('a page that has stood still is sure of its lead again only after it has asked', async () => {
  const tab = open('still');
  await untilIs(tab, 'leading');
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  try {
    expect(tab.isSure()).toBe(false);
    expect(await tab.confirm()).toBe(true);
    expect(tab.isSure()).toBe(true);
  } finally {
    now.mockRestore();
  }
});
