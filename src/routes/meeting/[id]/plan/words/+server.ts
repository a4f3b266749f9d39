/** GET: what earlier meetings of the project have left in words, for the alternatives of a vote; as their reports show it. */
import { error, json } from '@sveltejs/kit';
import { earlierSteps } from '$lib/domain/agenda/earlier-words';
import type { EarlierMeeting } from '$lib/domain/agenda/earlier-words';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies, setHeaders }) => {
  const { app, user } = locals;
  if (!user) error(401);
  const by = { cookie: (name: string) => cookies.get(name) };
  const admission = await app.admit(params.id, 'leader', by);
  if (!admission.ok) error(404);
  const here = await app.projects.meeting(user.id, params.id);
  if (!here) error(404);
  const meetings: EarlierMeeting[] = [];
  for (const { id, number, title } of here.meetings) {
    if (number >= here.meeting.number) continue;
    const there = await app.admit(id, 'review', by);
    const view = there.ok ? await app.firstView(there.meeting, there.audience) : undefined;
    const steps = view ? earlierSteps(view.state) : [];
    if (steps.length > 0) meetings.push({ id, number, title, steps });
  }
  setHeaders({ 'cache-control': 'no-store' });
  return json({ meetings });
};
