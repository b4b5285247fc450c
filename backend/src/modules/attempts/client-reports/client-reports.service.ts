import { Injectable } from '@nestjs/common';
import { AppLogger } from '../../../logger/app-logger.js';
import { notFound } from '../../../shared/app-error.js';
import { AttemptsRepository } from '../attempts.repository.js';
import type { ClientReport } from './client-reports.dto.js';

/** What went wrong on a student's device, where no log of the server would tell of it. */
@Injectable()
export class ClientReportsService {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly logger: AppLogger,
  ) {}

  /** Leaves one line in the log. @throws AppError NOT_FOUND where the attempt is not the user's */
  async report(userId: string, attemptId: string, report: ClientReport): Promise<void> {
    const attempt = await this.attempts.findAttempt(attemptId);
    if (attempt?.userId !== userId) throw notFound('attempt');
    this.logger.warn('trouble on a device', { attemptId, ...report });
  }
}
