import { describe, expect, it } from 'vitest';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { isChanged, readSettings, updateRequest, wrongFields } from './settings';

const quiz: AdminQuizDetail = {
  id: 'q',
  title: 'Cells',
  status: 'DRAFT',
  category: { id: 'c', name: 'Biology', slug: 'biology' },
  questionCount: 0,
  errorCount: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
  description: '',
  difficulty: 'EASY',
  timeLimitSeconds: 2700,
  attemptsAllowed: null,
  passPercent: 60,
  reviewPolicy: 'AFTER_SUBMIT',
  pauseAllowed: false,
  lateAnswers: 'ACCEPT',
  importId: null,
  questions: [],
};

describe('the settings of a quiz', () => {
  it('are sent as they were read when nothing was typed', () => {
    const settings = readSettings(quiz);
    expect(isChanged(settings, quiz)).toBe(false);
    expect(updateRequest(settings)).toEqual({
      title: 'Cells',
      description: '',
      categoryId: 'c',
      difficulty: 'EASY',
      timeLimitSeconds: 2700,
      attemptsAllowed: null,
      passPercent: 60,
      reviewPolicy: 'AFTER_SUBMIT',
      pauseAllowed: false,
      lateAnswers: 'ACCEPT',
    });
  });

  it('take an emptied limit as no limit, and minutes as seconds', () => {
    const settings = { ...readSettings(quiz), minutes: ' ', attempts: '3' };
    expect(updateRequest(settings)).toMatchObject({ timeLimitSeconds: null, attemptsAllowed: 3 });
    expect(updateRequest({ ...settings, minutes: '1.5' }).timeLimitSeconds).toBe(90);
    expect(isChanged(settings, quiz)).toBe(true);
  });

  it('name each field that cannot be saved', () => {
    const settings = {
      ...readSettings(quiz),
      title: '  ',
      minutes: 'an hour',
      attempts: '0',
      passPercent: '101',
    };
    expect(wrongFields(settings)).toEqual(['title', 'minutes', 'attempts', 'passPercent']);
    expect(wrongFields(readSettings(quiz))).toEqual([]);
  });
});
