/**
 * Files that are made in the background, for the routes that offer them. POST to a file's own address begins it and answers its id;
 * GET /files/<id> says how far it is, DELETE ends it, GET /files/<id>/file is the file. GET of the own address waits for it: for whoever
 * has no script.
 */
import { error, json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { attachment } from '$lib/review/file-name';

type Order = Omit<Parameters<App.Locals['app']['exports']['start']>[0], 'by'>;
type Made = NonNullable<Awaited<ReturnType<App.Locals['app']['exports']['file']>>>;

/** Begins it for the signed-in account. */
export function begun({ request, url, locals }: RequestEvent, order: Order): Response {
  if (request.headers.get('origin') !== url.origin) error(403);
  if (!locals.user) error(401);
  const id = locals.app.exports.start({ ...order, by: locals.user.id });
  return id ? json({ id }) : json({ message: m.files_too_many() }, { status: 429 });
}

/** Makes it and waits for it. */
export async function waitedFor({ request }: RequestEvent, order: Order): Promise<Response> {
  const body = await order.make({ signal: request.signal, done() {} }).catch(() => error(503));
  return download({ ...order, body });
}

export function download({ name, type, body }: Made): Response {
  return new Response(body as BodyInit, {
    headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'no-store' }
  });
}
