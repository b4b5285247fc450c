import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import common from '../../../components/locales/en.json';
import type { LateAnswer, LateAnswerSet, RichContent } from '../../../lib/api/generated/types.gen';
import invigilation from '../locales/en.json';
import { LateAnswerCard } from './late-answer-card';
import { LateReversal } from './late-reversal';

// What these show asks the server for is named by the page's address, also where nothing is asked.
vi.hoisted(() => vi.stubGlobal('window', { location: { origin: 'http://localhost' } }));

const text = (words: string): RichContent => [
  { type: 'paragraph', children: [{ type: 'text', text: words }] },
];

const answer: LateAnswer = {
  ...{ questionId: 'q3', position: 3, stem: text('Which city is the capital?') },
  options: [
    { id: 'option-one', content: text('Sydney') },
    { id: 'option-two', content: text('Canberra') },
  ],
  ...{ value: 'option-two', graded: 'option-one', replaced: null },
};

const set: LateAnswerSet = {
  ...{ id: 'late', kind: 'IN_TIME', verified: true, inGrace: true, state: 'WAITING' },
  lastChosenAt: '2030-01-01T10:00:00.000Z',
  ...{ arrivedAt: '2030-01-01T10:05:00.000Z', decidedAt: null, decidedBy: null },
  answers: [answer],
};

const accepted: LateAnswerSet = {
  ...set,
  state: 'ACCEPTED',
  decidedAt: '2030-01-01T11:00:00.000Z',
  decidedBy: { id: 't', name: 'Kim Teacher' },
};

/** The words of a component, as one reads them. */
function wordsOf(element: ReactElement): string {
  const client = new QueryClient();
  const markup = renderToStaticMarkup(createElement(QueryClientProvider, { client }, element));
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const card = (shown: LateAnswerSet, of: Partial<LateAnswer> = {}) =>
  wordsOf(
    createElement(LateAnswerCard, {
      attemptId: 'a',
      late: { set: shown, answer: { ...answer, ...of } },
    }),
  );

beforeAll(async () => {
  await i18next
    .use(initReactI18next)
    .init({ lng: 'en', resources: { en: { common, invigilation } }, defaultNS: 'common' });
});

describe('a late answer as a teacher sees it', () => {
  it('is the question, what was chosen and what counts, in words and never as ids', () => {
    const words = card(set);
    expect(words).toContain('Question 3');
    expect(words).toContain('Which city is the capital?');
    expect(words).toMatch(/Chosen, and arrived late B Canberra Counts now A Sydney/);
    expect(words).not.toContain('option-');
  });

  it('says when it was chosen and came, and by which clock', () => {
    expect(card(set)).toMatch(/Last chosen .* measured by a clock that cannot be set/);
    expect(card(set)).toMatch(/Arrived .* within the grace/);
    expect(card({ ...set, verified: false })).toContain('this clock alone, which can be set');
    expect(card({ ...set, inGrace: false })).toContain('after the grace');
    expect(card({ ...set, kind: 'UNPROVEN', lastChosenAt: null })).not.toContain('Last chosen');
  });

  it('can be accepted or refused while it waits, and decided otherwise ever after', () => {
    expect(card(set)).toContain('Accept and grade anew Do not count');
    const taken = card(accepted, { graded: 'option-two', replaced: 'option-one' });
    expect(taken).toContain('Counted before A Sydney');
    expect(taken).toContain('Accepted by Kim Teacher');
    expect(taken).toContain('Take it back out');
    expect(taken).not.toContain('Accept and grade anew');
    expect(card({ ...accepted, decidedBy: null })).toContain('Accepted by the rule of the quiz');
    expect(card({ ...accepted, state: 'REFUSED' })).toContain('Accept after all');
  });
});

describe('deciding otherwise', () => {
  it('says first what counts then, and what becomes of result and receipt', () => {
    const late = { set: accepted, answer: { ...answer, graded: answer.value, replaced: null } };
    const onClose = () => undefined;
    const words = wordsOf(createElement(LateReversal, { attemptId: 'a', late, onClose }));
    expect(words).toMatch(/question 3 this counts then: No answer/);
    expect(words).toContain('graded anew at once, and the student gets a further receipt');
  });
});
