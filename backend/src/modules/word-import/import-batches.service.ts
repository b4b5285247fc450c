import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import { Database, type Transaction } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { notFound } from '../../shared/app-error.js';
import { newId } from '../../shared/ids.js';
import { rateLimited } from '../../throttler/rate-limited.js';
import { batchProgress } from './domain/batch-progress.js';
import { secondsUntilBatch } from './domain/upload-limit.js';
import type { BatchCreatedDto, CreateBatchRequest, ImportBatchDto } from './import-batches.dto.js';
import { ImportBatchesRepository, type OpenBatch } from './import-batches.repository.js';
import { ImportErrors } from './import-errors.service.js';
import { ImportsRepository } from './imports.repository.js';
import { batchClosed, batchFull, batchUnknown, categoryUnknown } from './word-import.errors.js';

/** Batches of files, and how many of them a person may begin. */
@Injectable()
export class ImportBatchesService {
  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly imports: ImportsRepository,
    private readonly errors: ImportErrors,
    private readonly database: Database,
    private readonly config: ApiConfig,
    private readonly logger: AppLogger,
  ) {}

  async create(
    ownerId: string,
    { fileCount, categoryId = null }: CreateBatchRequest,
  ): Promise<BatchCreatedDto> {
    if (categoryId !== null && !(await this.imports.categoryExists(categoryId))) {
      throw categoryUnknown();
    }
    const id = newId();
    const closesAt = await this.database.transaction(async (tx) => {
      await this.batches.lockLimit(tx, ownerId);
      await this.assertAllowed(tx, ownerId);
      return this.batches.create(tx, { id, ownerId, categoryId, fileCount });
    });
    this.logger.info('import batch begun', { batchId: id, fileCount });
    return {
      batchId: id,
      jobId: id,
      statusUrl: `/api/jobs/${id}`,
      closesAt: closesAt.toISOString(),
    };
  }

  async get(ownerId: string, id: string): Promise<ImportBatchDto> {
    const found = await this.find(ownerId, id);
    if (found === null) throw notFound('batch');
    return found;
  }

  async find(ownerId: string, id: string): Promise<ImportBatchDto | null> {
    const batch = await this.batches.find(ownerId, id);
    if (batch === null) return null;
    const { quietSeconds, ...rest } = batch;
    const progress = batchProgress(batch.files, batch.fileCount, quietSeconds);
    const isOver = progress.state === 'DONE' || progress.state === 'FAILED';
    const ends = batch.files.flatMap(({ finishedAt }) => finishedAt ?? []).toSorted();
    const files = await this.errors.addTo(batch.files);
    return { id, ...rest, files, ...progress, finishedAt: (isOver && ends.at(-1)) || null };
  }

  /** Locks the batch an upload names for `tx`; throws when it is not this person's. */
  async lock(tx: Transaction, ownerId: string, id: string): Promise<OpenBatch> {
    const batch = await this.batches.lock(tx, ownerId, id);
    if (batch === null) throw batchUnknown();
    return batch;
  }

  /** May the batch, being locked, take one more file? */
  assertRoom({ isOpen, uploaded, fileCount }: OpenBatch): void {
    if (!isOpen) throw batchClosed();
    if (uploaded >= fileCount) throw batchFull();
  }

  /** Makes uploads of this person wait for each other until `tx` ends. */
  lockLimit(tx: Transaction, ownerId: string): Promise<void> {
    return this.batches.lockLimit(tx, ownerId);
  }

  /** May this person, whose limit is locked, begin another batch? */
  async assertAllowed(tx: Transaction, ownerId: string): Promise<void> {
    const { enabled, uploadBatchesPerHour } = this.config.rateLimit;
    if (!enabled) return;
    const ages = await this.batches.listAges(tx, ownerId);
    const waitSeconds = secondsUntilBatch(ages, uploadBatchesPerHour);
    if (waitSeconds > 0) throw rateLimited(waitSeconds);
  }
}
