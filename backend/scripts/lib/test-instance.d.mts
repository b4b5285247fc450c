/** A running API and worker with their own Postgres and Redis, and the means to break each. */
export interface TestInstance {
  /** `http://127.0.0.1:PORT`, the same after the API is killed and started again. */
  baseUrl: string;
  /** What the processes connect with. */
  databaseUrl: string;
  /** The owner of the schema: for arranging and looking, in tests. */
  ownerUrl: string;
  redisUrl: string;
  logDir: string;
  /** What the API signs access tokens with. */
  jwtSecret: string;
  apiPid(): number | undefined;
  workerPid(): number | undefined;
  /** Sends a signal (SIGKILL when not given) and resolves once the process has ended. */
  killApi(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves once the process says that it is ready. */
  startApi(): Promise<void>;
  killWorker(signal?: NodeJS.Signals): Promise<void>;
  startWorker(): Promise<void>;
  freezeApi(): void;
  thawApi(): void;
  freezeWorker(): void;
  thawWorker(): void;
  stopRedis(): Promise<void>;
  killRedis(): Promise<void>;
  /** On the same port, with the data it kept. */
  startRedis(): Promise<void>;
  freezeRedis(): void;
  thawRedis(): void;
  stopPostgres(): Promise<void>;
  /** Ends all its processes at once, as a crash would; nothing that was committed may be lost. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  /** All its processes, so that neither old nor new connections are answered. */
  freezePostgres(): void;
  thawPostgres(): void;
  /** Ends all of it and deletes its folder. */
  stop(): Promise<void>;
}

export interface InstanceOptions {
  /** Variables for the API and the worker on top of the usual ones. */
  env?: NodeJS.ProcessEnv;
  /** Whether the pages are built and served too; false when not given. */
  frontend?: boolean;
  /** Whether a worker is started at once; true when not given. */
  worker?: boolean;
  /** Settings of the Postgres other than those of production. */
  postgresSettings?: Record<string, string>;
  /** Fills the database before anything is started that would look at it. */
  prepare?: (ownerUrl: string) => Promise<void>;
}

/** Starts an instance from the built backend, which is built first when its sources changed. */
export function startInstance(options?: InstanceOptions): Promise<TestInstance>;
