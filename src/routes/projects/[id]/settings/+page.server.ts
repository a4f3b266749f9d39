import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isOrganisationKind } from '$lib/domain/organisation-kinds';
import type { OrganisationKind } from '$lib/domain/organisation-kinds';
import { textOf } from '../../../form-text';
import { leaderOf } from '../../../leader';
import { sentenceOf } from '../../fault';
import type { Actions, PageServerLoad } from './$types';

type Projects = App.Locals['app']['projects'];
type RolePacks = App.Locals['app']['rolePacks'];
type Changed = Awaited<ReturnType<Projects['update']>>;

export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const user = leaderOf(event).id;
  const view = await app.projects.led(user, event.params.id);
  const rolePack = view && (await app.rolePacks.read(user, view.project.id));
  if (!rolePack || view.project.rehearsalOf) error(404);
  const { project, organisations, meetings, part } = view;
  return {
    project: {
      id: project.id,
      name: project.name,
      question: project.question,
      host: project.host,
      about: project.about,
      language: project.language
    },
    organisations: organisations.map(({ id, name, kind, added, removed }) => ({
      id,
      name,
      kind,
      added,
      removed
    })),
    meetings: meetings.map(({ id, number, title, place, day, startsAt, endsAt }) => ({
      id,
      number,
      title,
      place,
      day,
      startsAt,
      endsAt
    })),
    rolePack,
    leaders: {
      me: user,
      part,
      members: await app.members.of(project.id),
      invitations: await app.invitations.of(project.id)
    }
  };
};

export const actions: Actions = {
  about: act(({ form, user, id, projects }) =>
    projects.update(user, id, {
      name: textOf(form, 'name'),
      question: textOf(form, 'question'),
      host: textOf(form, 'host'),
      about: textOf(form, 'about'),
      language: textOf(form, 'language')
    })
  ),
  meeting: act(({ form, user, projects }) =>
    projects.updateMeeting(user, textOf(form, 'id'), {
      title: textOf(form, 'title'),
      place: textOf(form, 'place'),
      day: textOf(form, 'day'),
      startsAt: textOf(form, 'startsAt'),
      endsAt: textOf(form, 'endsAt')
    })
  ),
  addMeeting: act(({ form, user, id, projects }) => projects.addMeeting(user, id, textOf(form, 'title'))),
  newWallLink: act(async ({ form, user, projects }) =>
    (await projects.newWallKey(user, textOf(form, 'id'))) === undefined ? undefined : { ok: true }
  ),
  removeMeeting: act(({ form, user, projects }) => projects.removeMeeting(user, textOf(form, 'id'))),
  addOrganisations: organised(({ form, user, id, projects }) =>
    projects.addOrganisations(user, id, textOf(form, 'organisations'), kindFrom(form))
  ),
  organisation: organised(({ form, user, id, projects }) =>
    projects.updateOrganisation(user, id, textOf(form, 'id'), {
      name: textOf(form, 'organisation'),
      kind: kindFrom(form)
    })
  ),
  removeOrganisation: organised(({ form, user, id, projects }) =>
    projects.removeOrganisation(user, id, textOf(form, 'id'))
  ),
  takeBackOrganisation: organised(({ form, user, id, projects }) =>
    projects.takeBackOrganisation(user, id, textOf(form, 'id'))
  ),
  moveOrganisation: act(({ form, user, id, projects }) =>
    projects.moveOrganisation(user, id, textOf(form, 'id'), textOf(form, 'by') === '-1' ? -1 : 1)
  ),
  changePart: act(async ({ form, user, id, members }) => {
    const [member, part] = [textOf(form, 'member'), textOf(form, 'as')];
    const changed = await members.changePart(user, id, member, part);
    // A reviewer has nothing to set here.
    if (changed?.ok && member === user && part === 'reviewer') redirect(303, `/projects/${id}`);
    return changed;
  }),
  removeMember: act(async ({ form, user, id, members }) => {
    const member = textOf(form, 'member');
    const changed = await members.remove(user, id, member);
    if (changed?.ok && member === user) redirect(303, '/projects');
    return changed;
  }),
  invite: async (event) => {
    const { app } = event.locals;
    const user = leaderOf(event).id;
    const made = await app.invitations.make(
      user,
      event.params.id,
      textOf(await event.request.formData(), 'as')
    );
    if (!made) error(404);
    const answer = { part: 'invite', typed: {} };
    if (!made.ok)
      return fail(400, { ...answer, saved: false, field: 'part', sentence: sentenceOf(made.fault) });
    const link = `${app.joinOrigin(event.url)}/invitation/${made.token}`;
    return {
      ...answer,
      saved: true,
      field: '',
      sentence: '',
      invited: { id: made.id, part: made.part, link }
    };
  },
  revoke: act(({ form, user, id, invitations }) => invitations.revoke(user, id, textOf(form, 'id'))),
  rolePack: act(({ form, user, id, rolePacks }) =>
    rolePacks.update(user, id, {
      common: form.has('common'),
      // Uncut: what is too long is told, not lost.
      own: String(form.get('own') ?? ''),
      add: [...form].flatMap(([name, value]) => (name.startsWith('add-') ? [String(value)] : []))
    })
  )
};

interface Acting {
  form: FormData;
  user: string;
  /** The project's id. */
  id: string;
  projects: Projects;
  rolePacks: RolePacks;
  members: App.Locals['app']['members'];
  invitations: App.Locals['app']['invitations'];
  participants: App.Locals['app']['participants'];
}

/** An organisation comes, goes or is called otherwise: whoever is in a meeting of the project reads the list anew. */
function organised(work: (acting: Acting) => Promise<Changed>) {
  return act(async (acting) => {
    const changed = await work(acting);
    if (changed?.ok) await acting.participants.changed(acting.id);
    return changed;
  });
}

/** One form of the page: answers which part of it was meant, and what is wrong with what was typed. */
function act(work: (acting: Acting) => Promise<Changed>) {
  return async (event: RequestEvent<{ id: string }>) => {
    const user = leaderOf(event).id;
    const form = await event.request.formData();
    const { projects, rolePacks, members, invitations, participants } = event.locals.app;
    const { id } = event.params;
    const changed = await work({ form, user, id, projects, rolePacks, members, invitations, participants });
    if (!changed) error(404);
    const part = textOf(form, 'part');
    if (changed.ok) return { part, saved: true, field: '', sentence: '', typed: {} };
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const { fault } = changed;
    return fail(400, { part, saved: false, field: fault.field, sentence: sentenceOf(fault), typed });
  };
}

function kindFrom(form: FormData): OrganisationKind {
  const kind = textOf(form, 'kind');
  return isOrganisationKind(kind) ? kind : 'other';
}
