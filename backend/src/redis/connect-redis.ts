import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisTarget } from '../config/redis-target.js';

export type RedisClient = Redis | Cluster;

const CONNECT_TIMEOUT_MS = 2_000;
/** What a connection that is given up may take to say goodbye; a frozen server never does. */
const GOODBYE_MS = 100;
/** Of a command that a cluster sends elsewhere: once to the node told, and once more if that has just changed. */
const REDIRECTIONS = 3;

/** What differs between connections that requests wait for and connections that wait themselves. */
type ConnectOptions = Pick<
  RedisOptions,
  'enableOfflineQueue' | 'lazyConnect' | 'maxRetriesPerRequest'
>;

const pause = (times: number): number => Math.min(times * 100, 1_000);

/** The only maker of connections. They come back by themselves, also when a fail-over has made another server primary. */
export function connectRedis(target: RedisTarget, options: ConnectOptions): RedisClient {
  if (target.kind === 'cluster') return connectCluster(target, options);
  const common: RedisOptions = {
    ...options,
    connectTimeout: CONNECT_TIMEOUT_MS,
    disconnectTimeout: GOODBYE_MS,
    retryStrategy: pause,
    // Answered by a primary that has become a replica.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  };
  if (target.kind === 'server') return new Redis(target.url, common);
  return new Redis({
    ...common,
    ...credentials(target),
    sentinels: target.sentinels,
    name: target.primary,
    sentinelRetryStrategy: pause,
    sentinelCommandTimeout: CONNECT_TIMEOUT_MS,
    // Who blocks on a connection does not notice that its server is frozen; the sentinels tell.
    failoverDetector: options.enableOfflineQueue ?? true,
    enableTLSForSentinelMode: target.tls,
    ...(target.sentinelPassword === undefined ? {} : { sentinelPassword: target.sentinelPassword }),
  });
}

function connectCluster(
  target: Extract<RedisTarget, { kind: 'cluster' }>,
  { enableOfflineQueue = true, lazyConnect = false, ...options }: ConnectOptions,
): Cluster {
  return new Cluster(target.nodes, {
    enableOfflineQueue,
    lazyConnect,
    clusterRetryStrategy: pause,
    // A command that may have been executed is not sent again where a request waits for its answer.
    ...(enableOfflineQueue ? {} : { retryDelayOnFailover: 0, maxRedirections: REDIRECTIONS }),
    // Certificates are for names, so the names that the nodes call themselves are kept.
    ...(target.tls ? { dnsLookup: (name, found) => found(null, name) } : {}),
    redisOptions: {
      ...options,
      ...credentials(target),
      connectTimeout: CONNECT_TIMEOUT_MS,
      disconnectTimeout: GOODBYE_MS,
    },
  });
}

function credentials(
  target: Exclude<RedisTarget, { kind: 'server' }>,
): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  return {
    ...(target.username === undefined ? {} : { username: target.username }),
    ...(target.password === undefined ? {} : { password: target.password }),
    ...(target.tls ? { tls: {} } : {}),
  };
}
