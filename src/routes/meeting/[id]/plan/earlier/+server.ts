/** GET: what the steps of the project's meetings have left behind so far, for a step that builds on it, or votes on it. */
import { error, json } from '@sveltejs/kit';
import { MOST_BROUGHT } from '$lib/domain/meeting/brought';
import { itemsOf } from '$lib/domain/outputs/items';
import { promptsOf } from '$lib/domain/outputs/outputs';
import type { EarlierMeeting } from '$lib/meeting/plan/fetched';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, setHeaders }) => {
  const { app, user } = locals;
  if (!user) error(401);
  const here = await app.projects.meeting(user.id, params.id);
  if (!here) error(404);
  const earlier: EarlierMeeting[] = [];
  for (const meeting of here.meetings) {
    // As reviewers read it: what is concealed now is not carried on, either.
    const view = await app.firstView(meeting, { view: 'review' });
    if (!view) continue;
    const { id, number, title } = meeting;
    const steps = promptsOf(view.state).map((output) => ({
      prompt: output.id,
      title: output.title,
      items: itemsOf(output).slice(0, MOST_BROUGHT)
    }));
    earlier.push({ meeting: id, number, title, steps: steps.filter(({ items }) => items.length > 0) });
  }
  setHeaders({ 'cache-control': 'no-store' });
  return json({ earlier: earlier.filter(({ steps }) => steps.length > 0) });
};
