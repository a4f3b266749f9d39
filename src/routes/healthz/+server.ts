/** Alive, and the database answers? For whoever watches over the server; nothing of anybody's is said. */
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
  const ready = await locals.app.ready();
  return json(
    { status: ready ? 'ok' : 'unavailable', database: ready ? 'ok' : 'unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } }
  );
};
