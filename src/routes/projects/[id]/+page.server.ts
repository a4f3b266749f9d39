import { error } from '@sveltejs/kit';
import { dayOf } from '$lib/i18n/dates';
import { leaderOf } from '../../leader';
import type { PageServerLoad } from './$types';

/** Where the project stands: what comes next, and every meeting with what it left behind. */
export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const view = await app.projects.read(leaderOf(event).id, event.params.id);
  // A rehearsal is a console alone.
  if (!view || view.project.rehearsalOf) error(404);
  const { project, meetings, organisations, part } = view;
  const everybody = await app.participants.everybody(project.id);
  const people = [...everybody.values()].filter((one) => !one.expected && !one.outsider);
  const used = new Set(people.map((one) => one.organisationId).filter(Boolean));
  return {
    project: { id: project.id, name: project.name, question: project.question, about: project.about },
    dated: meetings.some(({ day }) => day),
    /** A reviewer only reads. */
    leads: part !== 'reviewer',
    people: people.length,
    expected: [...everybody.values()].filter((one) => one.expected && !one.outsider).length,
    today: dayOf(Date.now()),
    /** Are any laid in to choose from? */
    listed: organisations.some((one) => !one.removed),
    /** It comes from a file, just now. */
    cameIn: event.url.searchParams.has('taken') ? await app.projectFiles.cameIn(view) : undefined,
    organisations: people.length > 0 ? used.size : organisations.filter((one) => !one.removed).length,
    meetings: await Promise.all(
      meetings.map(async (meeting) => ({
        id: meeting.id,
        number: meeting.number,
        title: meeting.title,
        place: meeting.place,
        day: meeting.day,
        joined: (await app.participants.attending(meeting.id)).length,
        glance: await app.glance(meeting)
      }))
    )
  };
};
