import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { keepAppOnDevice } from './app/keep-app-on-device';
import { session } from './lib/http/browser-session';
import { startI18n } from './lib/i18n/i18n';
import { watchMissingCode } from './lib/stale-page';
import './styles.css';

/** Renews the session while the first page loads, waiting only for what this device knows; a failure is kept in the session's state and shown by the pages that need it. */
async function resumeSession(): Promise<void> {
  await session.recall();
  session.accessToken().catch(() => session.snapshot());
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root"');
  watchMissingCode();
  const languages = {
    en: async () => (await import('./app/texts/en')).texts,
    vi: async () => (await import('./app/texts/vi')).texts,
  };
  await Promise.all([startI18n(languages), resumeSession()]);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  keepAppOnDevice();
}

void start();
