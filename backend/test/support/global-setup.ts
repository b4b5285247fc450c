import type { TestProject } from 'vitest/node';
import { startTestServices, type ServicesHandle } from '../../scripts/lib/test-services.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    services: ServicesHandle;
  }
}

/** One Postgres and one Redis for the whole run; each file takes a database of its own in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await startTestServices();
  project.provide('services', services.handle);
  return () => services.stop();
}
