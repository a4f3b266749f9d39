import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { showCode } from '$lib/domain/join-code';
import { textOf } from '../../../form-text';
import { leaderOf } from '../../../leader';
import { lettersFor, linkFor } from './letter';
import { listFault, personFault } from './sentences';
import type { Actions, PageServerLoad } from './$types';

/** Everybody who has a part in the project. Addresses and links go to those who lead it alone. */
export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const user = leaderOf(event).id;
  const view = await app.projects.read(user, event.params.id);
  const people = view && (await app.people.of(user, view.project.id));
  if (!people || view.project.rehearsalOf) error(404);
  event.setHeaders({ 'cache-control': 'no-store' });
  const { project, meetings, organisations, part } = view;
  const leads = part !== 'reviewer';
  const phases = await Promise.all(
    meetings.map(async ({ id }) => (await app.meetings.room(id))?.state.phase ?? 'planned')
  );
  const next = meetings.find((_, at) => phases[at] !== 'finished');
  const origin = app.joinOrigin(event.url);
  const members = await app.members.of(project.id);
  return {
    project: { id: project.id, name: project.name },
    leads,
    members: members.map(({ id, name, email, part: as }) => ({
      id,
      name,
      part: as,
      email: leads ? email : ''
    })),
    meetings: meetings.map(({ id, number, title }, at) => ({ id, number, title, phase: phases[at]! })),
    organisations: organisations.map(({ id, name, removed }) => ({ id, name, removed })),
    people: people.map(({ code, ...person }) => ({
      ...person,
      link: code && next && linkFor(origin, next, code)
    })),
    editing: leads ? (event.url.searchParams.get('edit') ?? '') : '',
    invitation:
      leads && next
        ? {
            code: showCode(next.code),
            meeting: next.id,
            letter: lettersFor({ origin, project, meeting: next }).common
          }
        : undefined
  };
};

/** Longer lists are told to be too long, not cut. */
const MOST_TEXT = 200_000;

export const actions: Actions = {
  preview: async (event) => {
    const { text } = await listFrom(event);
    const { people } = event.locals.app;
    return answered(text, await people.preview(leaderOf(event).id, event.params.id, text));
  },
  add: async (event) => {
    const { text, seen } = await listFrom(event);
    const { people } = event.locals.app;
    const user = leaderOf(event).id;
    // It has been changed since it was looked at.
    if (text !== seen) return answered(text, await people.preview(user, event.params.id, text));
    const done = await people.add(user, event.params.id, text);
    if (!done?.ok) return answered(text, done);
    const left = done.lines.filter((line) => line.becomes === 'fault').map((line) => line.text);
    return {
      text: left.length > 0 ? [...(done.titles ? [done.titles] : []), ...left].join('\n') : '',
      sentence: '',
      // Its lines have other numbers now.
      preview: undefined,
      done: {
        added: done.lines.filter(({ becomes }) => becomes === 'new').length,
        changed: done.lines.filter(({ becomes }) => becomes === 'changed').length,
        left: left.length,
        newPlaces: done.newPlaces
      }
    };
  },
  save: async (event) => {
    const form = await event.request.formData();
    const typed = {
      name: textOf(form, 'name'),
      organisation: textOf(form, 'organisation'),
      email: textOf(form, 'email'),
      part: textOf(form, 'part')
    };
    const person = textOf(form, 'person');
    const { people } = event.locals.app;
    const saved = await people.update(leaderOf(event).id, event.params.id, person, typed);
    if (!saved) error(404);
    if (!saved.ok) return fail(400, { person, typed, fault: personFault(saved.reason) });
    redirect(303, `/projects/${event.params.id}/people#person-${person}`);
  },
  remove: async (event) => {
    const person = textOf(await event.request.formData(), 'person');
    const gone = await event.locals.app.people.remove(leaderOf(event).id, event.params.id, person);
    if (!gone) error(404);
    redirect(303, `/projects/${event.params.id}/people#people`);
  }
};

/** As it was pasted, but for the ends of its lines, which every browser sends in its own way. */
async function listFrom({ request }: RequestEvent): Promise<{ text: string; seen: string }> {
  const form = await request.formData();
  const of = (field: string) =>
    String(form.get(field) ?? '')
      .replace(/\r\n?/g, '\n')
      .slice(0, MOST_TEXT);
  return { text: of('list'), seen: of('seen') };
}

type Preview = Awaited<ReturnType<App.Locals['app']['people']['preview']>>;

function answered(text: string, preview: Preview) {
  if (!preview) error(404);
  if (!preview.ok)
    return fail(400, { text, sentence: listFault(preview.fault), preview: undefined, done: undefined });
  return { text, sentence: '', preview, done: undefined };
}
