import 'reflect-metadata';
import { runRegrade } from './regrade.command.js';

const { succeeded, message } = await runRegrade(process.argv.slice(2), process.env);
(succeeded ? process.stdout : process.stderr).write(`${message}\n`);
process.exitCode = succeeded ? 0 : 1;
