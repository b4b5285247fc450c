import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { staleContract } from '../lib/api-contract.mjs';
import { ensureBuilt } from '../lib/build.mjs';
import { schemaDrift } from '../lib/schema-drift.mjs';
import { outcomeOf } from './static.mjs';

/** @type {import('./static.mjs').Check[]} */
export const generatedChecks = [
  { name: 'contract', label: 'Generated API contract is fresh', run: checkContract },
  { name: 'migrations', label: 'Migrations make what the schema says', run: checkMigrations },
];

/** @param {string} scratch */
async function checkContract(scratch) {
  await ensureBuilt({ only: 'backend' });
  const dir = join(scratch, 'contract');
  mkdirSync(dir);
  const stale = await staleContract(dir);
  const output = `Stale: ${stale.join(', ')}. Run: npm run generate`;
  return outcomeOf({ code: stale.length, output });
}

async function checkMigrations() {
  const drift = await schemaDrift();
  const output = `${drift.join('\n')}\nRun: npm run migrate:new -- NAME`;
  return outcomeOf({ code: drift.length, output });
}
