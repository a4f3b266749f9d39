import { error } from '@sveltejs/kit';
import { firstView } from './first-view';
import type { PageServerLoad } from './$types';

/** The phone: opened by the cookie that joining has left. */
export const load: PageServerLoad = async (event) => {
  const { app, audience, meeting, initial } = await firstView(event, 'participant', '/');
  if (audience.view !== 'participant') error(403);
  const found = await app.projects.find({ id: meeting.id });
  const me = await app.participants.known(event.cookies, meeting.projectId);
  if (!found || !me) error(404);
  const [personal, organisations] = await Promise.all([
    app.participants.personalCode(me),
    app.projects.organisationsOf(meeting.projectId)
  ]);
  const { id, number, title, place, code } = meeting;
  return {
    initial,
    // Its two halves stay on one line.
    me: {
      id: me.id,
      name: me.name,
      organisation: me.organisation,
      former: me.former,
      code: personal?.replace(' ', '\u00A0')
    },
    organisations: organisations.filter((one) => !one.removed).map(({ id, name }) => ({ id, name })),
    meeting: { id, number, title, place, code, projectName: found.project.name }
  };
};
