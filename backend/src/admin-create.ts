import 'reflect-metadata';
import { runAdminCreate } from './admin-create.command.js';

const { succeeded, message } = await runAdminCreate(process.env);
(succeeded ? process.stdout : process.stderr).write(`${message}\n`);
process.exitCode = succeeded ? 0 : 1;
