import type { TestProject } from 'vitest/node';
import { startInstance } from '../../../backend/scripts/lib/test-instance.mjs';
import { GEOGRAPHY } from '../fixtures/geography';
import { createAdmin } from './create-admin';
import { StaffApi } from './staff-api';
import './stage';

/** Tests register and import far more often than people do; the instance raises the other limits. */
const MANY = { RATE_LIMIT_REGISTER: '1000000', RATE_LIMIT_UPLOAD: '1000000' };

/** Starts API, worker, Postgres and Redis, and publishes a quiz that the tests can take. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const instance = await startInstance({ frontend: true, env: MANY });
  try {
    const admin = { email: 'head@example.org', password: 'a quiet river at dawn' };
    await createAdmin(instance.databaseUrl, admin);
    const staff = await StaffApi.logIn(instance.baseUrl, admin);
    const quizId = await staff.publishPaper('Geography for explorers', GEOGRAPHY);
    const { baseUrl, databaseUrl, logDir } = instance;
    project.provide('stage', { baseUrl, admin, quizId, databaseUrl, logDir });
  } catch (error) {
    await instance.stop();
    throw error;
  }
  return () => instance.stop();
}
