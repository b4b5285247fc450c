import { inject } from 'vitest';
import { InvigilationPage } from '../pages/invigilation-page';
import './stage';
import type { Visitor } from './visitor';

/** A teacher with a student's attempt open in another browser. */
export async function lookOn(teacher: Visitor, attemptId: string): Promise<InvigilationPage> {
  const { baseUrl, admin } = inject('stage');
  const page = await teacher.tab();
  await teacher.signInPage(page, admin);
  const desk = new InvigilationPage(page);
  await desk.openAttempt(baseUrl, attemptId);
  return desk;
}
