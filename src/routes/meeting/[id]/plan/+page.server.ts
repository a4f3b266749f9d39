import { error } from '@sveltejs/kit';
import { signInFor } from '../../../leader';
import { firstView } from '../first-view';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { app, audience, meeting, initial } = await firstView(event, 'leader', signInFor(event.url));
  if (audience.view !== 'leader') error(403);
  const view = await app.projects.meeting(audience.id, meeting.id);
  if (!view) error(404);
  const { rehearsalOf } = view.project;
  const real = rehearsalOf ? await app.projects.find({ id: rehearsalOf }) : undefined;
  return {
    initial,
    project: { id: real?.project.id ?? view.project.id, name: view.project.name },
    rehearsalOf,
    meeting: {
      id: meeting.id,
      number: meeting.number,
      title: meeting.title,
      day: meeting.day,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt
    },
    meetings: view.meetings.map(({ id, number, title, place, day }) => ({ id, number, title, place, day }))
  };
};
