import type { QueryClient } from '@tanstack/react-query';
import { matchRoutes, type RouteObject } from 'react-router';
import { hasRoomForMore } from '../lib/http/request-room';
import type { PageHandle } from './page';

/** A pointer that only passes over a link wants nothing of it. */
const DWELL_MS = 80;
/** What was asked for ahead is not asked for again so soon. */
const FRESH_MS = 10_000;

/**
 * Loads code and data of a page while somebody is about to go there: a link that the pointer rests on, that
 * has the focus, or that a finger touches. Of a control marked `data-leads-to` the code alone, since what
 * it shows comes of pressing it.
 */
export function prefetchOnIntent(routes: RouteObject[], client: QueryClient): void {
  const prefetch = new Prefetcher(routes, client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = ({ target }: Event) => {
    clearTimeout(timer);
    const goal = goalAt(target);
    if (goal) timer = setTimeout(() => prefetch.run(goal), DWELL_MS);
  };
  const now = ({ target }: Event) => {
    const goal = goalAt(target);
    if (goal) prefetch.run(goal);
  };
  document.addEventListener('pointerover', soon);
  document.addEventListener('focusin', soon);
  document.addEventListener('touchstart', now, { passive: true });
}

interface Goal {
  url: URL;
  withData: boolean;
}

function goalAt(target: EventTarget | null): Goal | null {
  const control = target instanceof Element ? target.closest('a[href],[data-leads-to]') : null;
  if (control instanceof HTMLAnchorElement) {
    const isOurs = control.origin === window.location.origin && !control.hasAttribute('download');
    return isOurs ? { url: new URL(control.href), withData: true } : null;
  }
  const path = control?.getAttribute('data-leads-to');
  return path ? { url: new URL(path, window.location.origin), withData: false } : null;
}

class Prefetcher {
  private readonly askedAt = new Map<string, number>();

  constructor(
    private readonly routes: RouteObject[],
    private readonly client: QueryClient,
  ) {}

  run({ url, withData }: Goal): void {
    const here = window.location;
    const address = url.pathname + url.search;
    if (address === here.pathname + here.search || isSparing() || !this.isDue(address)) return;
    for (const { route, params } of matchRoutes(this.routes, url.pathname) ?? []) {
      // What cannot be had ahead is asked for again, and its failure told, where it is visited.
      if (typeof route.lazy === 'function') route.lazy().catch(() => undefined);
      const { data } = (route.handle ?? NO_DATA) as PageHandle;
      if (!withData || !data || !hasRoomForMore()) continue;
      data(this.client, { id: params.id ?? '', search: url.searchParams }).catch(() => undefined);
    }
  }

  private isDue(address: string): boolean {
    const now = performance.now();
    if (now - (this.askedAt.get(address) ?? -Infinity) < FRESH_MS) return false;
    this.askedAt.set(address, now);
    return true;
  }
}

const NO_DATA: PageHandle = { data: null };

/** Not in every browser, nor in the types of all that have it. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** Who pays for each byte, or waits long for it, gets what was asked for and no more. */
function isSparing(): boolean {
  const { connection, onLine } = navigator as Navigator & { connection?: Connection };
  return !onLine || connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}
