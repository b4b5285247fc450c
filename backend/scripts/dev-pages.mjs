import { frontendDir } from './lib/paths.mjs';
import { runMain } from './lib/plain-error.mjs';

// Vite's development server, with everything under /api passed on to the API of the instance.
await runMain(async () => {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: frontendDir,
    clearScreen: false,
    server: {
      ...{ host: '127.0.0.1', port: Number(process.env.PORT), strictPort: true },
      proxy: { '/api': { target: `http://127.0.0.1:${process.env.API_PORT}` } },
    },
  });
  await server.listen();
  process.send?.('ready');
  // Ends with the launcher, whatever ended that one.
  process.once('disconnect', () => void server.close().then(() => process.exit(0)));
});
