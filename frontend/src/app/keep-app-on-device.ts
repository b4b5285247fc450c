/**
 * Starts the service worker that keeps the app's files, once the page itself is loaded: it is not to take
 * the network from it. A development server has no worker.
 */
export function keepAppOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}

function register(): void {
  // Refused (blocked storage, a private window): the app needs the network then, and all else is the same.
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
}
