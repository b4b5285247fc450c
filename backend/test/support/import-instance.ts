import pg from 'pg';
import { startInstance, type TestInstance } from '../../scripts/lib/test-instance.mjs';
import { Visitor } from './visitor.js';

/** A whole instance that takes as many uploads as a test likes, an admin of it, and its database as its owner sees it. */
export class ImportInstance {
  private constructor(
    readonly processes: TestInstance,
    readonly owner: pg.Client,
    readonly admin: Visitor,
  ) {}

  static async start(env: Record<string, string>): Promise<ImportInstance> {
    const processes = await startInstance({ env: { RATE_LIMIT_UPLOAD: '1000', ...env } });
    const owner = new pg.Client({ connectionString: processes.ownerUrl });
    await owner.connect();
    const admin = await Visitor.register(processes.baseUrl);
    await owner.query(`UPDATE users SET role = 'ADMIN' WHERE id = $1`, [admin.id]);
    return new ImportInstance(processes, owner, admin);
  }

  async stop(): Promise<void> {
    await this.owner.end();
    await this.processes.stop();
  }
}
