import { freePort } from '../../scripts/lib/ports.mjs';
import { RedisNode } from './redis-node.js';

const PASSWORD = 'of-the-cluster';
const SLOTS = 16_384;

/** Three primaries that share the slots. */
export class RedisCluster {
  private constructor(readonly nodes: RedisNode[]) {}

  static async start(): Promise<RedisCluster> {
    const buses = await Promise.all([1, 2, 3].map(() => freePort()));
    const nodes = await Promise.all(
      buses.map((bus) =>
        RedisNode.start(PASSWORD, [
          'save ""',
          'cluster-enabled yes',
          'cluster-node-timeout 2000',
          `cluster-port ${bus}`,
          `masterauth ${PASSWORD}`,
        ]),
      ),
    );
    const share = Math.ceil(SLOTS / nodes.length);
    for (const [index, { redis }] of nodes.entries()) {
      const end = Math.min(SLOTS, (index + 1) * share) - 1;
      await redis.cluster('ADDSLOTSRANGE', index * share, end);
      for (const [other, { port }] of nodes.entries())
        if (other > index)
          await redis.call('CLUSTER', 'MEET', '127.0.0.1', port, buses[other] ?? 0);
    }
    for (const node of nodes)
      await node.until(async () => {
        const info = String(await node.redis.cluster('INFO'));
        return /cluster_state:ok/.test(info) && /cluster_known_nodes:3/.test(info);
      });
    return new RedisCluster(nodes);
  }

  /** The settings of a process that uses it; the other nodes it learns from the first. */
  get env(): Record<string, string> {
    return {
      REDIS_URL: '',
      REDIS_CLUSTER: this.nodes.map(({ address }) => address).join(','),
      REDIS_PASSWORD: PASSWORD,
    };
  }

  /** The keys of all nodes that match. */
  async keys(pattern: string): Promise<string[]> {
    return (await Promise.all(this.nodes.map(({ redis }) => redis.keys(pattern)))).flat();
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
  }
}
