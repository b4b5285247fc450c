import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CacheService } from '../cache/cache.service.js';
import { SharedConfig } from '../config/shared.config.js';
import { AppLogger } from '../logger/app-logger.js';
import type { ProxyCachePurgedDto } from './proxy-cache.dto.js';
import { PurgedProxy } from './purged-proxy.js';

/** Marks of what the proxies keep: the catalogue, as everybody sees it. */
const CATALOGUE = /^(quiz|category|family:(quizzes|categories)):/;

/**
 * The caches of the reverse proxies in front (NGINX_PURGE_URL; none: nothing happens). They are emptied after every
 * change of the catalogue that this process announces, without anybody waiting for it.
 */
@Injectable()
export class ProxyCache implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly proxies: readonly PurgedProxy[];

  constructor(config: SharedConfig, cache: CacheService, logger: AppLogger) {
    this.proxies = config.proxyCache.purgeUrls.map(
      (url) =>
        new PurgedProxy(url, (reason) => {
          if (reason === null) logger.info('proxy cache purged again', { url });
          else logger.warn('proxy cache not purged, trying again', { url, reason });
        }),
    );
    cache.onInvalidated((marks) => {
      if (marks.some((mark) => CATALOGUE.test(mark))) this.purgeSoon();
    });
  }

  /** A process that died may have owed a purge. */
  onApplicationBootstrap(): void {
    this.purgeSoon();
  }

  onApplicationShutdown(): void {
    for (const proxy of this.proxies) proxy.stop();
  }

  /** Empties every proxy's cache now, and tells which have done it; the others are asked again until they have. */
  async purge(): Promise<ProxyCachePurgedDto> {
    const purged = this.proxies.map(async (proxy) => ({
      url: proxy.url,
      purged: await proxy.purgeNow(),
    }));
    return { proxies: await Promise.all(purged) };
  }

  private purgeSoon(): void {
    for (const proxy of this.proxies) proxy.purgeSoon();
  }
}
