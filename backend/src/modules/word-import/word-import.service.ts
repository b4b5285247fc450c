import { Injectable } from '@nestjs/common';
import { ApiConfig } from '../../config/api.config.js';
import { AppLogger } from '../../logger/app-logger.js';
import { currentContext } from '../../logger/request-context.js';
import { JobProducer } from '../../queue/job-producer.js';
import { notFound } from '../../shared/app-error.js';
import { sha256Hex } from '../../shared/hash.js';
import { newId } from '../../shared/ids.js';
import type { Page } from '../../shared/pagination.js';
import { rateLimited } from '../../throttler/failure-limiter.js';
import { secondsUntilUpload } from './domain/upload-batches.js';
import { ImportsRepository } from './imports.repository.js';
import { sniffUpload } from './reader/sniff-upload.js';
import type { Upload } from './upload-reader.js';
import type { ImportAcceptedDto, ImportDto, ImportListQuery, JobDto } from './word-import.dto.js';
import { categoryUnknown, fileRefused, uploadKeyReused } from './word-import.errors.js';
import { parseWordFileJob } from './word-import.jobs.js';

/** Takes uploads and tells what became of them. */
@Injectable()
export class WordImportService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly jobs: JobProducer,
    private readonly config: ApiConfig,
    private readonly logger: AppLogger,
  ) {}

  /** Stores the file for the worker and answers at once; the queue is only nudged, never waited for. */
  async accept(ownerId: string, upload: Upload): Promise<ImportAcceptedDto> {
    const look = sniffUpload(upload.bytes);
    if (!look.ok) throw fileRefused(look.code);
    if (upload.categoryId !== null && !(await this.imports.categoryExists(upload.categoryId))) {
      throw categoryUnknown();
    }
    await this.assertBatchAllowed(ownerId);
    const sha256 = sha256Hex(upload.bytes);
    const importId = await this.store(ownerId, upload, sha256);
    void this.jobs.add(parseWordFileJob, { importId });
    return { importId, jobId: importId, statusUrl: `/api/jobs/${importId}` };
  }

  async get(ownerId: string, id: string): Promise<ImportDto> {
    const found = await this.imports.find(ownerId, id);
    if (found === null) throw notFound('import');
    return found;
  }

  list(ownerId: string, query: ImportListQuery): Promise<Page<ImportDto>> {
    return this.imports.list(ownerId, query);
  }

  async getJob(ownerId: string, id: string): Promise<JobDto> {
    const found = await this.imports.find(ownerId, id);
    if (found === null) throw notFound('job');
    const { state, progress, stage, quizId, error, createdAt, finishedAt } = found;
    const result = quizId === null ? null : { quizId };
    return {
      id,
      kind: 'parse-word-file',
      state,
      progress,
      stage,
      result,
      error,
      createdAt,
      finishedAt,
    };
  }

  private async assertBatchAllowed(ownerId: string): Promise<void> {
    const { enabled, uploadBatchesPerHour } = this.config.rateLimit;
    if (!enabled) return;
    const ages = await this.imports.listUploadAges(ownerId);
    const waitSeconds = secondsUntilUpload(ages, uploadBatchesPerHour);
    if (waitSeconds > 0) throw rateLimited(waitSeconds);
  }

  private async store(ownerId: string, upload: Upload, sha256: string): Promise<string> {
    const id = newId();
    const requestId = currentContext()?.requestId ?? null;
    if (await this.imports.insert({ id, ownerId, sha256, requestId, ...upload })) {
      this.logger.info('import accepted', { importId: id, sizeBytes: upload.bytes.length });
      return id;
    }
    const earlier = await this.imports.findByUploadKey(ownerId, upload.uploadKey);
    if (earlier === null) throw new Error(`Upload key of ${ownerId} is taken but not found`);
    if (earlier.sha256 !== sha256) throw uploadKeyReused();
    return earlier.id;
  }
}
