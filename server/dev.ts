/** `npm run dev`: publishes Vite's HTTP server just as main.js publishes its own, and has the app built at once. */
import type { Server } from 'node:http';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { publish, withdraw } from './globals.ts';

const PARTS_OF_THE_SERVER = [
  'server',
  'src/lib/protocol',
  'src/lib/domain/meeting',
  'src/lib/domain/clustering',
  'src/lib/domain/finding',
  'src/lib/domain/kinds'
].map((part) => join(part, '/'));

export function sockets(): Plugin {
  let published = false;
  return {
    name: 'ordvagg-sockets',
    apply: 'serve',
    configureServer(vite) {
      // Vitest runs Vite without a server of its own.
      const server = vite.httpServer as Server | null;
      if (!server) return;
      publish({ server, root: vite.config.root, env: { ...process.env }, dev: true });
      published = true;
      // Kit attaches lazily: only a request makes it run `init`.
      server.once('listening', () => {
        const address = server.address();
        const port = typeof address === 'object' ? address?.port : undefined;
        fetch(`http://localhost:${port}/healthz`).catch((error: Error) =>
          vite.config.logger.error(`The app did not start: ${error.message}`)
        );
      });
      // The app outlives hot updates of pages; a change of the server itself makes it anew.
      vite.watcher.on('change', (file) => {
        const path = relative(vite.config.root, file);
        if (PARTS_OF_THE_SERVER.some((part) => path.startsWith(part))) void vite.restart();
      });
      process.once('SIGINT', () => void vite.close().finally(() => process.exit(130)));
    },
    /** Vite stops, or starts over because its configuration changed. */
    async closeBundle() {
      if (!published) return;
      const app = await withdraw()?.catch(() => undefined);
      await app?.closeSockets?.();
      await app?.close();
    }
  };
}
