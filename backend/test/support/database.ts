import { inject } from 'vitest';
import { cloneTestDatabase, type TestDatabase } from '../../scripts/lib/test-services.mjs';

/**
 * A migrated, empty database that only the caller uses. Call it in `beforeAll` and `drop()` it in
 * `afterAll`, after the product's own connections are closed.
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneTestDatabase(inject('services'));
}
