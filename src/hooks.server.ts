/** The only door from Kit to server/: `init` builds the app once per process, `handle` puts it on locals. */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building, dev } from '$app/environment';
import { paraglideMiddleware } from '$lib/paraglide/server';
import { createApp } from '../server/app.ts';
import { parseConfig } from '../server/config.ts';
import * as globals from '../server/globals.ts';
import { errorCode } from '../server/log.ts';
import { attachSockets } from '../server/sockets.ts';

export const init: ServerInit = async () => {
  // The build's analysis runs the hooks as soon as one page is prerendered.
  if (building) return;
  await theApp();
};

export const handle: Handle = async ({ event, resolve }) => {
  if (!building) {
    event.locals.app = await theApp();
    // Whoever asks whether the database answers must not need it to be asked.
    if (event.route.id !== '/healthz') {
      event.locals.user = await event.locals.app.accounts.userOf(event.cookies, event.url);
    }
  }
  return paraglideMiddleware(event.request, async ({ request, locale }) => {
    event.request = request;
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale)
    });
    response.headers.set('X-Content-Type-Options', 'nosniff');
    if (!response.headers.has('referrer-policy')) response.headers.set('Referrer-Policy', 'same-origin');
    if (response.headers.get('content-type')?.startsWith('text/html')) {
      response.headers.append('Vary', 'Accept-Language, Cookie');
      if (!response.headers.has('cache-control')) response.headers.set('Cache-Control', 'private, no-cache');
    }
    return response;
  });
};

/** Only the code is logged: a database error's message holds what people wrote. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
  if (status !== 404 && !hasHungUp(error)) {
    const stack = dev ? (error as Error).stack : undefined;
    event.locals.app?.log.error(
      { code: errorCode(error), route: event.route.id, status, stack },
      'a page failed'
    );
  }
  return { message };
};

/** Node's word for a request that broke off on its way: nobody is there to be answered, and nothing failed here. */
function hasHungUp(error: unknown): boolean {
  return errorCode(error) === 'ECONNRESET' && (error as Error).message === 'aborted';
}

/** Built once, also over hot updates; the sockets stand on the server that the starter published. */
function theApp() {
  const { env, root, server, dev: shared } = globals.http();
  return globals.app(async () => {
    const app = await createApp(parseConfig(env, root), root);
    attachSockets(app, server, { shared });
    return app;
  });
}
