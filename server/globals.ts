/**
 * What outlives a hot update, and the seam between the starter and the app: the starter (main.js or dev.ts) publishes
 * its HTTP server before Kit is loaded; the hooks publish the app for the starter to announce and close.
 */
import type { Server } from 'node:http';
import type { App } from './app.ts';

export interface Http {
  server: Server;
  /** The folder of package.json. */
  root: string;
  /** The environment as it was found: the starter changes process.env for Kit's handler. */
  env: Readonly<Record<string, string | undefined>>;
  /** Vite's server: its own WebSocket shares it. */
  dev?: boolean;
}

interface Globals {
  [HTTP]?: Http;
  [APP]?: Promise<App>;
}

const HTTP = Symbol.for('ordvagg.http');
const APP = Symbol.for('ordvagg.app');
const globals = globalThis as Globals;

/** Throws where neither `npm start` nor `npm run dev` has published a server. */
export function http(): Http {
  const found = globals[HTTP];
  if (!found) throw new Error('no HTTP server: start with "npm start" or "npm run dev"');
  return found;
}

/** The app of this process, made at the first call. A failed attempt may be repeated. */
export function app(make: () => Promise<App>): Promise<App> {
  globals[APP] ??= make().catch((error: unknown) => {
    delete globals[APP];
    throw error;
  });
  return globals[APP];
}

export function publish(found: Http): void {
  globals[HTTP] = found;
}

/** Takes the app away, so that the next call makes a new one. */
export function withdraw(): Promise<App> | undefined {
  const found = globals[APP];
  delete globals[APP];
  return found;
}
