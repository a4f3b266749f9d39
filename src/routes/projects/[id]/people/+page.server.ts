import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { showCode } from '$lib/domain/join-code';
import { textOf } from '../../../form-text';
import { leaderOf } from '../../../leader';
import { lettersFor, linkFor } from './letter';
import { listFault, personFault, unsentReason } from './sentences';
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
  const phases = await phasesOf(app, meetings);
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
            letter: lettersFor({ origin, project, meeting: next }).common,
            sends: app.mail !== undefined
          }
        : undefined
  };
};

function phasesOf({ meetings: rooms }: App.Locals['app'], meetings: readonly { id: string }[]) {
  return Promise.all(meetings.map(async ({ id }) => (await rooms.room(id))?.state.phase ?? 'planned'));
}

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
  /** To everybody expected who has an address, or to those of them who are named. */
  invite: async (event) => {
    const { app } = event.locals;
    const user = leaderOf(event).id;
    const view = await app.projects.led(user, event.params.id);
    const people = view && (await app.people.of(user, view.project.id));
    if (!people || !app.mail) error(404);
    const phases = await phasesOf(app, view.meetings);
    const meeting = view.meetings.find((_, at) => phases[at] !== 'finished');
    if (!meeting) error(404);
    const named = new Set((await event.request.formData()).getAll('person').map(String));
    const to = people.flatMap(({ id, shown, email, code }) =>
      email && code && (named.size === 0 || named.has(id)) ? [{ id, shown, email, code }] : []
    );
    const letters = lettersFor({ origin: app.joinOrigin(event.url), project: view.project, meeting });
    const { sent, failed } = await app.mail.send(
      to.map(({ shown, email, code }) => ({
        to: email,
        subject: letters.subject,
        text: letters.own(shown, code)
      })),
      view.project.id
    );
    const reasons = new Map(failed.map((one) => [one.to, one.reason]));
    return {
      sent,
      unsent: to.flatMap(({ id, shown, email }) => {
        const reason = reasons.get(email);
        return reason ? [{ id, shown, email, sentence: unsentReason(reason) }] : [];
      })
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
