/**
 * Keeps the pages a student needs on the device, so that a started quiz opens with no network. It never
 * touches an answer of the API: what is in an attempt is kept by the page itself, bound to its user.
 */
declare const self: ServiceWorkerGlobalScope;

/** Written in by the build: the files of this release. */
declare const SHELL: { release: string; entry: string; files: readonly string[] };

const SHELL_CACHES = 'quizmaster-shell-';
const OWN_CACHE = SHELL_CACHES + SHELL.release;
const PAGE = '/';
/** A network that is there and brings nothing is worse than none: after this the kept page is shown. */
const PATIENCE_MS = 4_000;
const PICTURES = '/api/media/';
const FILE_NAME = /\.[a-z0-9]+$/i;

/** All files of one release or none: a page and scripts that do not belong together never meet. */
async function keepShell(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok || !(await page.clone().text()).includes(SHELL.entry)) {
    throw new Error('the server is at another release than this worker');
  }
  const cache = await caches.open(OWN_CACHE);
  await cache.addAll([...SHELL.files]);
  await cache.put(PAGE, page);
}

/**
 * A newer release waits until no page of the older one is open (nobody is interrupted in a quiz), so that
 * nothing needs the older files any more when it takes over.
 */
async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(SHELL_CACHES) && name !== OWN_CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** For addresses whose content never changes. */
async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function pageFor(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: OWN_CACHE, ignoreVary: true });
  if (!kept) return fetch(request);
  const asked = askServer(request);
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return (await Promise.race([asked, late])) ?? kept;
}

/** Null: no answer that is worth showing. */
async function askServer(request: Request): Promise<Response | null> {
  try {
    const response = await fetch(request);
    return response.status < 500 ? response : null;
  } catch {
    // No network: that is what the kept page is for.
    return null;
  }
}

/** Not in every browser, and not in the types of all that have it. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?: (
    routes: { condition: { urlPattern: string }; source: 'network' | 'fetch-event' }[],
  ) => Promise<void>;
}

/** The API's requests do not come through here: the last save of a page that is left would not outlive it. */
async function letApiPass(event: RoutingInstallEvent): Promise<void> {
  await event.addRoutes?.([
    { condition: { urlPattern: `${PICTURES}*` }, source: 'fetch-event' },
    { condition: { urlPattern: '/api/*' }, source: 'network' },
  ]);
}

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([letApiPass(event), keepShell()]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith(PICTURES) || SHELL.files.includes(pathname)) {
    event.respondWith(keptFirst(request));
    return;
  }
  const isPage = request.mode === 'navigate' && !FILE_NAME.test(pathname);
  if (isPage && !pathname.startsWith('/api')) event.respondWith(pageFor(request));
});

export {};
