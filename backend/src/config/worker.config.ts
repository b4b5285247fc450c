import type { WorkerEnv } from './env.schema.js';
import { SharedConfig } from './shared.config.js';

/** Settings of the worker process. */
export class WorkerConfig extends SharedConfig {
  constructor(protected override readonly env: WorkerEnv) {
    super(env);
  }

  readonly concurrency = this.env.WORKER_CONCURRENCY;
  readonly heartbeatFile = this.env.HEARTBEAT_FILE;
  readonly attempts = { sweepSeconds: this.env.ATTEMPT_SWEEP_SECONDS };
  readonly imports = {
    timeoutSeconds: this.env.IMPORT_TIMEOUT_SECONDS,
    memoryMegabytes: this.env.IMPORT_MEMORY_MEGABYTES,
    staleSeconds: this.env.IMPORT_STALE_SECONDS,
    sweepSeconds: this.env.IMPORT_SWEEP_SECONDS,
  };
  readonly attemptHistory = {
    keptDays: this.env.ATTEMPT_HISTORY_DAYS,
    sweepSeconds: this.env.ATTEMPT_HISTORY_SWEEP_SECONDS,
  };
}
