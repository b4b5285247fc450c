import { parseArgs } from 'node:util';
import { runCommand } from './lib/backend-command.mjs';
import { PlainError, runMain } from './lib/plain-error.mjs';

const USAGE =
  'Usage: npm run admin:create -- --email you@example.org --password <at least 8 characters>';

await runMain(async () => {
  const { email, password } = readArgs();
  const more = { ADMIN_EMAIL: email, ADMIN_PASSWORD: password };
  await runCommand('admin-create', { failure: 'No admin was made', more });
});

function readArgs() {
  try {
    const { values } = parseArgs({
      options: { email: { type: 'string' }, password: { type: 'string' } },
    });
    if (values.email && values.password) return { email: values.email, password: values.password };
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message.split('\n')[0] : error}\n${USAGE}`,
    );
  }
  throw new PlainError(USAGE);
}
