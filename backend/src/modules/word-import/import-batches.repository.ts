import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import { type StoredSummary, SUMMARY, toSummary } from './imports.repository.js';

/** A batch that is about to take a file. */
export interface OpenBatch {
  categoryId: string | null;
  fileCount: number;
  uploaded: number;
  /** An hour has not passed yet. */
  isOpen: boolean;
  /** A job is at it and will find the file by itself. */
  isWorkedOn: boolean;
}

export interface BatchWithFiles {
  categoryId: string | null;
  fileCount: number;
  createdAt: string;
  /** Since the last upload, or since it was announced. */
  quietSeconds: number;
  files: StoredSummary[];
}

const LOCK_BATCH = `
SELECT category_id, file_count, beat IS NOT NULL AS worked_on,
       created_at > now() - interval '1 hour' AS open
FROM import_batches WHERE id = $1::uuid AND owner_id = $2::uuid FOR UPDATE`;
const UPLOADED = 'SELECT count(*)::int AS count FROM imports WHERE batch_id = $1::uuid';
const AGES = `
SELECT extract(epoch FROM now() - created_at)::float8 AS age FROM (
  SELECT created_at FROM imports WHERE owner_id = $1::uuid AND batch_id IS NULL
  UNION ALL SELECT created_at FROM import_batches WHERE owner_id = $1::uuid) begun
WHERE created_at > now() - interval '1 hour' ORDER BY created_at`;

/** Files uploaded together, as their owners see them. */
@Injectable()
export class ImportBatchesRepository {
  constructor(private readonly database: Database) {}

  /** Lets one upload at a time of this person decide whether it is within the limit, until `tx` ends. */
  async lockLimit(tx: Transaction, ownerId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('uploads of ' || $1, 0))::text`, [
      ownerId,
    ]);
  }

  /** Ages in seconds of the batches begun in the last hour, oldest first; a file by itself is one. */
  async listAges(tx: Transaction, ownerId: string): Promise<number[]> {
    return (await tx.query<{ age: number }>(AGES, [ownerId])).map(({ age }) => age);
  }

  /** @returns until when it takes uploads */
  async create(
    tx: Transaction,
    batch: { id: string; ownerId: string; categoryId: string | null; fileCount: number },
  ): Promise<Date> {
    const { createdAt } = await tx.prisma.importBatch.create({ data: batch });
    return new Date(createdAt.getTime() + 3_600_000);
  }

  /** Locks the owner's batch for `tx`; null when there is none. */
  async lock(tx: Transaction, ownerId: string, id: string): Promise<OpenBatch | null> {
    const [row] = await tx.query<{
      category_id: string | null;
      file_count: number;
      worked_on: boolean;
      open: boolean;
    }>(LOCK_BATCH, [id, ownerId]);
    if (row === undefined) return null;
    const [uploaded] = await tx.query<{ count: number }>(UPLOADED, [id]);
    return {
      categoryId: row.category_id,
      fileCount: row.file_count,
      uploaded: uploaded?.count ?? 0,
      isOpen: row.open,
      isWorkedOn: row.worked_on,
    };
  }

  async find(ownerId: string, id: string): Promise<BatchWithFiles | null> {
    const row = await this.database.prisma.importBatch.findFirst({
      where: { id, ownerId },
      include: { imports: { select: SUMMARY, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    });
    if (row === null) return null;
    const latest = row.imports.at(-1)?.createdAt ?? row.createdAt;
    return {
      categoryId: row.categoryId,
      fileCount: row.fileCount,
      createdAt: row.createdAt.toISOString(),
      quietSeconds: (Date.now() - latest.getTime()) / 1000,
      files: row.imports.map(toSummary),
    };
  }
}
