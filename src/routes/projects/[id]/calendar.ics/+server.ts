/** The meetings of a project for the calendars of those who lead or read it. */
import { error } from '@sveltejs/kit';
import { calendarFile } from '../../../calendar';
import { leaderOf } from '../../../leader';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { app } = event.locals;
  const view = await app.projects.read(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const origin = app.joinOrigin(event.url);
  return calendarFile({
    project: view.project,
    meetings: view.meetings.map((meeting) => ({
      meeting,
      join: { link: `${origin}/join/${meeting.code}`, code: meeting.code }
    })),
    now: Date.now()
  });
};
