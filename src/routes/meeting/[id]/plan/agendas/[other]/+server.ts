/** GET: the agenda of another meeting of which the leader may see all: its steps, and nobody's answers. */
import { error, json } from '@sveltejs/kit';
import { liftSteps } from '$lib/domain/agenda/carry';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies, setHeaders }) => {
  const { app } = locals;
  const admission = await app.admit(params.other, 'leader', { cookie: (name) => cookies.get(name) });
  if (!admission.ok) error(admission.reason === 'signed-out' ? 401 : 404);
  const { meeting } = admission;
  const room = await app.meetings.room(meeting.id);
  const prompts = room?.state.agenda.flatMap((id) => room.state.prompts[id] ?? []) ?? [];
  setHeaders({ 'cache-control': 'no-store' });
  return json({
    name: meeting.title,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    steps: liftSteps(prompts)
  });
};
