interface Place {
  pathname: string;
  search: string;
}

/** The log-in page, remembering where one was going. */
export function loginPath({ pathname, search }: Place): string {
  return `/login?next=${encodeURIComponent(pathname + search)}`;
}

/** Where to go after logging in: a path of this site only, never an address a link smuggled in. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith('/')) return '/';
  const url = new URL(next, 'http://quizmaster.invalid');
  return url.host === 'quizmaster.invalid' ? url.pathname + url.search : '/';
}
