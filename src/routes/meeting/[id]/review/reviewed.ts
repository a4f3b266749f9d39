/** The outputs of a meeting for a request: whoever may review it gets them, for the page or for a file. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { attendanceOf } from '$lib/domain/outputs/attendance';
import { outputsOf } from '$lib/domain/outputs/outputs';
import { signInFor } from '../../../leader';

/** Redirects or throws Kit's errors for whoever may not be here: another's meeting is as if it were not there. */
export async function reviewed(event: RequestEvent<{ id: string }>) {
  const { params, cookies, locals, url } = event;
  const { app, user } = locals;
  const admission = await app.admit(params.id, 'review', { cookie: (name) => cookies.get(name) });
  if (!admission.ok && admission.reason === 'signed-out') redirect(303, signInFor(url));
  const found = admission.ok && user && (await app.projects.meeting(user.id, params.id));
  if (!found) error(404);
  const { meeting, project, organisations, meetings, part } = found;
  // They may have to be laid first; what is seen after that has their words.
  const walls = await app.wallsOf(meeting, 'review');
  const [view, attending, everybody] = await Promise.all([
    app.firstView(meeting, admission.audience),
    app.participants.attending(meeting.id),
    app.participants.everybody(project.id)
  ]);
  if (!view) error(404);
  const people = attending.flatMap((id) => everybody.get(id) ?? []);
  const { id, number, title, place, day, startsAt, endsAt } = meeting;
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    projectId: project.id,
    /** Whoever leads may write beside the answers. */
    leads: part !== 'reviewer',
    /** Of the cards. */
    language: project.language,
    /** By prompt. */
    walls: Object.fromEntries(walls.flatMap(({ prompt, picture }) => (picture ? [[prompt, picture]] : []))),
    outputs: outputsOf(view.state, {
      id,
      number,
      of: Math.max(...meetings.map((one) => one.number)),
      title,
      place,
      day,
      startsAt,
      endsAt,
      project: { name: project.name, question: project.question },
      organisations: attendanceOf(organisations, people),
      participants: people.length
    })
  };
}
