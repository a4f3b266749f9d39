/**
 * `npm start`. Creates the HTTP server, publishes it, and loads Kit's handler, whose `init` hook builds the app on it.
 * It imports nothing that the app imports too: that would exist twice, once here and once in the build.
 */
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderANSI, renderUnicodeCompact } from 'uqr';
import { ensureBuild } from './starter/build.js';
import { proxyHeaders, refusedAs, tellKit } from './starter/proxy.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WRONG_USE = 2;
const FAILED = 1;

/** @typedef {import('./app.ts').App} App */
/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler */

process.title = 'ordvagg';
main().catch(giveUp);

async function main() {
  await ensureBuild(root, say);
  const server = createServer();
  const env = { ...process.env };
  tellKit(process.env);
  Object.assign(globalThis, { [Symbol.for('ordvagg.http')]: { server, root, env } });
  /** @type {{ handler: Handler }} */
  const { handler } = await import(pathToFileURL(join(root, 'build/handler.js')).href);
  const app = await /** @type {{ [key: symbol]: Promise<App> }} */ (globalThis)[Symbol.for('ordvagg.app')];
  if (!app) throw new Error('the app was not built');
  closeOnSignal(server, app);
  const headersFor = proxyHeaders(app.config);
  // Not a second answer to what Socket.IO has taken: it registers before and handles its own path.
  server.on('request', (request, response) => {
    if (response.headersSent || response.writableEnded || request.url?.startsWith('/socket.io/')) return;
    const refused = refusedAs(request);
    if (refused) return void response.writeHead(refused, { connection: 'close' }).end();
    Object.assign(request.headers, headersFor(request));
    handler(request, response);
  });
  await announce(app, await listen(server, app));
}

/**
 * @param {import('node:http').Server} server
 * @param {App} app
 * @returns {Promise<number>} the port
 */
function listen(server, app) {
  const { host, port } = app.config;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      void app
        .close()
        .finally(() => reject(inWords(/** @type {NodeJS.ErrnoException} */ (error), host, port)));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function inWords(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return sentence(
      `Port ${port} is busy: another program listens there. Stop it, or choose another port: PORT=${port + 1} npm start`
    );
  if (error.code === 'EACCES')
    return sentence(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return sentence(`HOST is "${host}", but this machine has no such address. Use 0.0.0.0 for all of them.`);
  return error;
}

/** @param {string} text */
function sentence(text) {
  return Object.assign(new Error(text), { code: 'start' });
}

/**
 * @param {App} app
 * @param {number} port
 */
async function announce(app, port) {
  const [first, ...others] = app.addresses(port);
  say('');
  if (first) say(process.stdout.isTTY ? renderANSI(first, { border: 2 }) : renderUnicodeCompact(first));
  say(`Ordvägg is running. Phones in the same network open:\n\n  ${first}\n`);
  for (const address of others) say(`  ${address}`);
  if (app.where) say(`\nThe database lies in ${app.where}`);
  for (const line of (await app.announcements?.(port)) ?? []) say(line);
}

/**
 * First Socket.IO, then HTTP, then the database. A second signal does not wait.
 * @param {import('node:http').Server} server
 * @param {App} app
 */
function closeOnSignal(server, app) {
  let closing = false;
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const close = async () => {
    if (closing) process.exit(FAILED);
    closing = true;
    await app.closeSockets?.();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    // Whoever holds a connection open does not keep the server: the database must be left in any case.
    await Promise.race([closed, wait(2_000)]);
    for (const socket of open) socket.destroy();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void close().catch(giveUp));
}

/** @param {unknown} error */
function giveUp(error) {
  const { code, message, stack } = /** @type {NodeJS.ErrnoException} */ (error);
  const told = ['config', 'data', 'build', 'start', 'database'].includes(code ?? '');
  process.stderr.write(`${told ? message : stack}\n`);
  process.exit(code === 'config' ? WRONG_USE : FAILED);
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
