import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service.js';
import { AppLogger } from '../../logger/app-logger.js';
import { currentContext } from '../../logger/request-context.js';
import { JobProducer } from '../../queue/job-producer.js';
import { notFound } from '../../shared/app-error.js';
import { sha256Hex } from '../../shared/hash.js';
import { newId } from '../../shared/ids.js';
import type { Page } from '../../shared/pagination.js';
import type { ImportBatchDto } from './import-batches.dto.js';
import { ImportBatchesService } from './import-batches.service.js';
import { ImportErrors } from './import-errors.service.js';
import { ImportsRepository, type NewImport, type StoredImport } from './imports.repository.js';
import { sniffUpload } from './reader/sniff-upload.js';
import type { Upload } from './upload-reader.js';
import type {
  ImportAcceptedDto,
  ImportDto,
  ImportListQuery,
  ImportStage,
  ImportState,
  JobDto,
} from './word-import.dto.js';
import { categoryUnknown, fileRefused, uploadKeyReused } from './word-import.errors.js';
import { bulkImportQuizzesJob, parseWordFileJob } from './word-import.jobs.js';

const BATCH_STAGES: Record<ImportState, ImportStage> = {
  PENDING: 'UPLOADED',
  PROCESSING: 'RECOGNISING',
  DONE: 'READY',
  FAILED: 'READY',
};

/** Takes uploads and tells what became of them. */
@Injectable()
export class WordImportService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly batches: ImportBatchesService,
    private readonly errors: ImportErrors,
    private readonly database: Database,
    private readonly jobs: JobProducer,
    private readonly logger: AppLogger,
  ) {}

  /** Stores the file for the worker and answers at once; the queue is only nudged, never waited for. */
  async accept(ownerId: string, upload: Upload): Promise<ImportAcceptedDto> {
    const look = sniffUpload(upload.bytes);
    if (!look.ok) throw fileRefused(look.code);
    if (upload.categoryId !== null && !(await this.imports.categoryExists(upload.categoryId))) {
      throw categoryUnknown();
    }
    const sha256 = sha256Hex(upload.bytes);
    const importId =
      (await this.findEarlier(ownerId, upload, sha256)) ??
      (await this.store(ownerId, upload, sha256));
    return { importId, jobId: importId, statusUrl: `/api/jobs/${importId}` };
  }

  async get(ownerId: string, id: string): Promise<ImportDto> {
    const found = await this.imports.find(ownerId, id);
    const [item] = await this.errors.addTo(found === null ? [] : [found]);
    if (item === undefined) throw notFound('import');
    return item;
  }

  async list(ownerId: string, query: ImportListQuery): Promise<Page<ImportDto>> {
    const page = await this.imports.list(ownerId, query);
    return { ...page, items: await this.errors.addTo(page.items) };
  }

  /** A job is named by the import or the batch that it works on. */
  async getJob(ownerId: string, id: string): Promise<JobDto> {
    const found = await this.imports.find(ownerId, id);
    if (found !== null) return importJob(found);
    const batch = await this.batches.find(ownerId, id);
    if (batch === null) throw notFound('job');
    return batchJob(batch);
  }

  /** What was stored under the same key before: the answer to it may have been lost on its way. */
  private async findEarlier(
    ownerId: string,
    { uploadKey }: Upload,
    sha256: string,
  ): Promise<string | null> {
    const earlier = await this.imports.findByUploadKey(ownerId, uploadKey);
    if (earlier !== null && earlier.sha256 !== sha256) throw uploadKeyReused();
    return earlier && earlier.id;
  }

  private async store(ownerId: string, upload: Upload, sha256: string): Promise<string> {
    const id = newId();
    const requestId = currentContext()?.requestId ?? null;
    const row = { id, ownerId, sha256, requestId, ...upload };
    try {
      const { batchId } = upload;
      await (batchId === null ? this.storeAlone(row) : this.storeInBatch(row, batchId));
    } catch (error) {
      // Of two requests with one key, sent together, the later is answered as the earlier.
      const earlier = await this.findEarlier(ownerId, upload, sha256);
      if (earlier === null) throw error;
      return earlier;
    }
    this.logger.info('import accepted', { importId: id, sizeBytes: upload.bytes.length });
    return id;
  }

  private async storeAlone(row: NewImport): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.batches.lockLimit(tx, row.ownerId);
      await this.batches.assertAllowed(tx, row.ownerId);
      await this.imports.insert(tx, row);
    });
    void this.jobs.add(parseWordFileJob, { importId: row.id });
  }

  private async storeInBatch(row: NewImport, batchId: string): Promise<void> {
    const { isWorkedOn } = await this.database.transaction(async (tx) => {
      const batch = await this.batches.lock(tx, row.ownerId, batchId);
      this.batches.assertRoom(batch);
      const categoryId = batch.categoryId ?? row.categoryId;
      await this.imports.insert(tx, { ...row, categoryId });
      return batch;
    });
    if (!isWorkedOn) void this.jobs.add(bulkImportQuizzesJob, { batchId });
  }
}

function importJob({ quizId, ...found }: StoredImport): JobDto {
  const { id, state, progress, stage, error, createdAt, finishedAt } = found;
  const result = quizId === null ? null : { quizId };
  const kind = 'parse-word-file';
  return { id, kind, state, progress, stage, result, error, createdAt, finishedAt };
}

function batchJob({ files, ...batch }: ImportBatchDto): JobDto {
  const { id, state, progress, createdAt, finishedAt } = batch;
  return {
    id,
    kind: 'bulk-import-quizzes',
    state,
    progress,
    stage: BATCH_STAGES[state],
    result: { quizIds: files.flatMap(({ quizId }) => quizId ?? []) },
    error: null,
    createdAt,
    finishedAt,
  };
}
