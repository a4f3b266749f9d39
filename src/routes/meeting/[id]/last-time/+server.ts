/** GET: what the project's previous meeting left, for whoever has that view of this one. */
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { LastTimeAnswer } from '$lib/protocol/last-time';
import { VIEWS } from '$lib/protocol/protocol';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals, cookies, setHeaders }) => {
  const view = v.safeParse(v.picklist(VIEWS), url.searchParams.get('view'));
  if (!view.success) error(400);
  const admission = await locals.app.admit(params.id, view.output, {
    cookie: (name) => cookies.get(name),
    key: url.searchParams.get('key') ?? undefined
  });
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  const { audience, meeting } = admission;
  setHeaders({ 'cache-control': 'no-store' });
  const answer: LastTimeAnswer = {
    last: await locals.app.lastTime(meeting, audience.view === 'participant' ? audience.id : undefined)
  };
  return json(answer);
};
