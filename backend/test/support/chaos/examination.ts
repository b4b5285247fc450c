import pg from 'pg';
import type { InstanceOptions, TestInstance } from '../../../scripts/lib/test-instance.mjs';
import { startInstance } from '../../../scripts/lib/test-instance.mjs';
import { publishExam } from '../exam.js';
import { fetchSend } from '../fetch-send.js';
import { Student } from '../student.js';
import { LedgerFile } from './ledger-file.js';
import { SimulatedStudent } from './simulated-student.js';
import type { StoredAttempt } from './verdict.js';

/** As in production; only that many students come from one address, and save quicker than any browser does. */
const ENV = {
  NODE_ENV: 'production',
  RATE_LIMIT_ENABLED: 'false',
  ACCESS_TOKEN_SECONDS: '86400',
};
const AT_ONCE = 8;
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** Students sitting an exam on an instance that can be broken, and the ledger of what they were told. */
export class Examination {
  readonly instance: TestInstance;
  readonly students: SimulatedStudent[] = [];
  readonly ledger: LedgerFile;

  private constructor(instance: TestInstance, ledger: LedgerFile) {
    this.instance = instance;
    this.ledger = ledger;
  }

  /** `count` students sit down; each third has two devices. */
  static async open(
    count: number,
    ledgerFile: string,
    options: InstanceOptions = {},
  ): Promise<Examination> {
    const ledger = await LedgerFile.create(ledgerFile);
    const instance = await startInstance({ env: ENV, ...options });
    const examination = new Examination(instance, ledger);
    try {
      await examination.seat(count);
      return examination;
    } catch (error) {
      await examination.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.ledger.close();
    await this.instance.stop();
  }

  /** The settings that make a commit last and are not on. */
  notDurable(): Promise<string[]> {
    return this.asOwner(async (owner) => {
      const missing: string[] = [];
      for (const setting of DURABLE) {
        const { rows } = await owner.query<Record<string, string>>(`SHOW ${setting}`);
        if (rows[0]?.[setting] !== 'on') missing.push(setting);
      }
      return missing;
    });
  }

  stored(): Promise<StoredAttempt[]> {
    return this.asOwner(async (owner) => {
      const { rows } = await owner.query<StoredAttempt>(
        `SELECT a.id, a.version, a.answers, coalesce(
           (SELECT json_agg(json_build_object('version', s.version, 'client', s.client, 'seq', s.seq,
                                              'delta', s.delta) ORDER BY s.version)
            FROM attempt_saves s WHERE s.attempt_id = a.id), '[]') AS history
         FROM attempts a`,
      );
      return rows;
    });
  }

  /** With a connection of its own, since the database is killed between. */
  async asOwner<T>(use: (owner: pg.Client) => Promise<T>): Promise<T> {
    const owner = new pg.Client({ connectionString: this.instance.ownerUrl });
    await owner.connect();
    try {
      return await use(owner);
    } finally {
      await owner.end();
    }
  }

  private async seat(count: number): Promise<void> {
    const exam = await this.asOwner((owner) => publishExam(owner, { extraQuestions: 5 }));
    const send = fetchSend(this.instance.baseUrl);
    const numbers = [...Array(count).keys()];
    const lane = async () => {
      for (let at = numbers.shift(); at !== undefined; at = numbers.shift()) {
        const student = await Student.register(send);
        const { body } = await student.start(exam.quizId);
        const devices = at % 3 === 0 ? 2 : 1;
        this.students.push(new SimulatedStudent(student, body.id, exam, devices, this.ledger));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }
}
