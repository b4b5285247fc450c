import { RedisNode } from './redis-node.js';

const NAME = 'quizmaster';
const PASSWORD = 'of the servers'.replaceAll(' ', '-');
const SENTINEL_PASSWORD = 'of the sentinels'.replaceAll(' ', '-');

/** A primary with two replicas, and three sentinels that notice its loss within a second. */
export class SentinelGroup {
  private constructor(
    readonly primary: RedisNode,
    private readonly replicas: RedisNode[],
    private readonly sentinels: RedisNode[],
  ) {}

  static async start(): Promise<SentinelGroup> {
    const server = ['save ""', 'repl-diskless-sync-delay 0', `masterauth ${PASSWORD}`];
    const primary = await RedisNode.start(PASSWORD, server);
    const of = `replicaof 127.0.0.1 ${primary.port}`;
    const replicas = await Promise.all(
      [1, 2].map(() => RedisNode.start(PASSWORD, [...server, of])),
    );
    for (const replica of replicas)
      await replica.until(async () => /master_link_status:up/.test(await replica.redis.info()));
    const lines = [
      `sentinel monitor ${NAME} 127.0.0.1 ${primary.port} 2`,
      `sentinel auth-pass ${NAME} ${PASSWORD}`,
      `sentinel sentinel-pass ${SENTINEL_PASSWORD}`,
      `sentinel down-after-milliseconds ${NAME} 1000`,
      `sentinel failover-timeout ${NAME} 5000`,
    ];
    const sentinels = await Promise.all(
      [1, 2, 3].map(() => RedisNode.start(SENTINEL_PASSWORD, lines, { sentinel: true })),
    );
    for (const sentinel of sentinels)
      await sentinel.until(async () =>
        /slaves=2,sentinels=3/.test(await sentinel.redis.info('sentinel')),
      );
    return new SentinelGroup(primary, replicas, sentinels);
  }

  /** The settings of a process that uses it. */
  get env(): Record<string, string> {
    return {
      REDIS_URL: '',
      REDIS_SENTINELS: this.sentinels.map(({ address }) => address).join(','),
      REDIS_SENTINEL_MASTER: NAME,
      REDIS_SENTINEL_PASSWORD: SENTINEL_PASSWORD,
      REDIS_PASSWORD: PASSWORD,
    };
  }

  /** The replica that has become the primary, once one has. */
  async successor(): Promise<RedisNode> {
    const roles = await Promise.all(this.replicas.map(({ redis }) => redis.role()));
    const found = this.replicas.find((_, index) => roles[index]?.[0] === 'master');
    if (!found) throw new Error('no replica has become the primary yet');
    return found;
  }

  /** All of it at once: servers and sentinels. */
  signal(signal: NodeJS.Signals): void {
    for (const node of [...this.sentinels, ...this.replicas, this.primary]) node.signal(signal);
  }

  async stop(): Promise<void> {
    for (const node of [...this.sentinels, ...this.replicas, this.primary]) await node.stop();
  }
}
