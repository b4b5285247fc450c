import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request (or of the job it caused) carries. */
export interface RequestContext {
  requestId: string;
  userId?: string;
  jobId?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that everything it awaits logs with `context`. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the request or job being served; undefined outside of one. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}
