import { openApiFile, writeClient, writeOpenApi } from './lib/api-contract.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runMain } from './lib/plain-error.mjs';
import { step } from './lib/progress.mjs';

// Writes anew all that is generated from the code and committed: the OpenAPI document and the
// client that the pages use.
await runMain(async () => {
  await ensureInstalled();
  await ensureBuilt({ only: 'backend' });
  await step('Writing backend/openapi.json', () => writeOpenApi(openApiFile));
  await step('Writing the API client of the pages', writeClient);
});
