/** GET: a file that was made in the background, for whoever asked for it and may still see what is in it. */
import { error } from '@sveltejs/kit';
import { download } from '../../files';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies }) => {
  if (!locals.user) error(401);
  const shown = { cookie: (name: string) => cookies.get(name) };
  const file = await locals.app.exports.file(params.id, locals.user.id, shown);
  if (!file) error(404);
  return download(file);
};
