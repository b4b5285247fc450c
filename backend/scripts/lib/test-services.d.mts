/** How a test process reaches the services that the run has started. */
export interface ServicesHandle {
  /** The owner role on the maintenance database. */
  adminUrl: string;
  appPassword: string;
  /** Logical database 0, which hands out the numbers of the others. */
  redisUrl: string;
}

export interface TestDatabase {
  /** May change the schema: for arranging and looking, in tests. */
  ownerUrl: string;
  /** What the product itself connects with. */
  appUrl: string;
  drop(): Promise<void>;
}

export interface OwnRedis {
  url: string;
  /** Ends it as a crash would (SIGKILL). */
  kill(): Promise<void>;
  /** Stops it answering while its connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port with the data it kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function startTestServices(): Promise<{ handle: ServicesHandle; stop(): Promise<void> }>;
export function cloneTestDatabase(
  handle: Pick<ServicesHandle, 'adminUrl' | 'appPassword'>,
): Promise<TestDatabase>;
export function startOwnRedis(): Promise<OwnRedis>;
export function migrateAndGrant(ownerUrl: string): Promise<void>;
export function asAppRole(ownerUrl: string, password: string): string;
