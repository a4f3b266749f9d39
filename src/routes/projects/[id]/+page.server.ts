import { error } from '@sveltejs/kit';
import { kindOf } from '$lib/domain/kinds/registry';
import { wordsOf } from '$lib/domain/wall/words';
import { leaderOf } from '../../leader';
import type { PageServerLoad } from './$types';

/** Where the project stands: every meeting with what it left behind. */
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
    /** Are any laid in to choose from? */
    listed: organisations.some((one) => !one.removed),
    organisations: people.length > 0 ? used.size : organisations.filter((one) => !one.removed).length,
    meetings: await Promise.all(
      meetings.map(async (meeting) => ({
        id: meeting.id,
        number: meeting.number,
        title: meeting.title,
        place: meeting.place,
        day: meeting.day,
        ...(await leftBehind(app, meeting))
      }))
    )
  };
};

async function leftBehind(app: App.Locals['app'], meeting: Parameters<App.Locals['app']['firstView']>[0]) {
  const view = (await app.firstView(meeting, { view: 'review' }))?.state;
  const room = await app.meetings.room(meeting.id);
  const notes = Object.values(view?.notes ?? {});
  const of = (outcome: string) =>
    notes.filter((note) => kindOf(view?.prompts[note.prompt]?.kind ?? '')?.outcome === outcome);
  const words = wordsOf(of('wall'), view?.clusters);
  const quotes = of('quotes');
  return {
    phase: view?.phase ?? 'planned',
    steps: room?.state.agenda.length ?? 0,
    joined: (await app.participants.attending(meeting.id)).length,
    cards: of('wall').length,
    words: words.length,
    quotes: quotes.length,
    notes: of('notes').length,
    top: words.slice(0, 3).map(({ text }) => text),
    quote: quotes.map((note) => note.fields.text ?? '').sort((a, b) => a.length - b.length)[0]
  };
}
