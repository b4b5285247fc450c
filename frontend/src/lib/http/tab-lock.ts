/** Runs one task at a time over all tabs of this origin. */
export async function exclusively<T>(name: string, task: () => Promise<T>): Promise<T> {
  // Web Locks are only offered on https and localhost; elsewhere the server's grace for a token that was
  // just replaced is what keeps two tabs from ending each other's session.
  if (!('locks' in navigator)) return task();
  return navigator.locks.request(name, task);
}
