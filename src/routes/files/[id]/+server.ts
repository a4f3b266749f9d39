/** GET: how far a file is. DELETE: it is wanted no longer. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies, setHeaders }) => {
  if (!locals.user) error(401);
  const shown = { cookie: (name: string) => cookies.get(name) };
  const state = await locals.app.exports.state(params.id, locals.user.id, shown);
  if (!state) error(404);
  setHeaders({ 'cache-control': 'no-store' });
  return json(state);
};

export const DELETE: RequestHandler = ({ request, url, params, locals }) => {
  if (request.headers.get('origin') !== url.origin) error(403);
  if (!locals.user) error(401);
  if (!locals.app.exports.cancel(params.id, locals.user.id)) error(404);
  return json({ ok: true });
};
