import { runMain } from './lib/plain-error.mjs';
import { ensureBuilt, ensureInstalled } from './lib/setup.mjs';

// Builds what runs in production: backend/dist and frontend/dist.
await runMain(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
