import { runCommand } from './lib/backend-command.mjs';
import { runMain } from './lib/plain-error.mjs';

// Corrects the key of a published question and grades closed attempts anew; see docs/operations.md.
await runMain(() =>
  runCommand('regrade', { failure: 'The command stopped', args: process.argv.slice(2) }),
);
