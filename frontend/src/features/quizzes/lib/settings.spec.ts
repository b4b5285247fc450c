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
  offlineGraceSeconds: 600,
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
      offlineGraceSeconds: 600,
      lateAnswers: 'ACCEPT',
    });
  });

  it('take an emptied limit as no limit, and minutes as seconds', () => {
    const settings = { ...readSettings(quiz), minutes: ' ', attempts: '3' };
    expect(updateRequest(settings)).toMatchObject({ timeLimitSeconds: null, attemptsAllowed: 3 });
    expect(updateRequest({ ...settings, minutes: '1.5' }).timeLimitSeconds).toBe(90);
    expect(isChanged(settings, quiz)).toBe(true);
  });

  it('take the grace for answers chosen offline in minutes: none is 0, never left out', () => {
    const read = readSettings(quiz);
    const grace = (graceMinutes: string) => ({ ...read, graceMinutes });
    expect(isChanged(grace('0'), quiz)).toBe(true);
    expect(updateRequest(grace('0')).offlineGraceSeconds).toBe(0);
    expect(updateRequest(grace('2.5')).offlineGraceSeconds).toBe(150);
    expect(wrongFields(grace('0'))).toEqual([]);
    for (const wrong of ['', ' ', '-1', 'ten']) {
      expect(wrongFields(grace(wrong))).toEqual(['graceMinutes']);
    }
  });

  it('name each field that cannot be saved', () => {
    const settings = {
      ...readSettings(quiz),
      title: '  ',
      minutes: 'an hour',
      attempts: '0',
      passPercent: '101',
      graceMinutes: '1441',
    };
    const fields = ['title', 'minutes', 'attempts', 'passPercent', 'graceMinutes'];
    expect(wrongFields(settings)).toEqual(fields);
    expect(wrongFields(readSettings(quiz))).toEqual([]);
  });
});
