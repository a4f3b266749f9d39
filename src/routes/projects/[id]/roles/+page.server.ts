import { error } from '@sveltejs/kit';
import type { NoteId } from '$lib/domain/meeting/ids';
import { isOrganisationKind } from '$lib/domain/organisation-kinds';
import type { OrganisationKind } from '$lib/domain/organisation-kinds';
import { coursesOf } from '$lib/domain/outcomes/roles/courses';
import { roleRows, wordId } from '$lib/domain/outcomes/roles/role-rows';
import type { RoleStep } from '$lib/domain/outcomes/roles/role-rows';
import { beside, sidesOf } from '$lib/domain/outcomes/roles/sides';
import { promptsOf } from '$lib/domain/outputs/outputs';
import type { Sides } from '$lib/domain/outcomes/roles/sides';
import { leaderOf } from '../../../leader';
import { readFilter } from './filter';
import type { PageServerLoad } from './$types';

/** The roles of the whole project: over time, and as we and others say them. For those who lead or document it. */
export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const view = await app.projects.read(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const { project, meetings, organisations } = view;
  const from = new Map<NoteId, string>();
  const steps: RoleStep[] = [];
  for (const meeting of meetings) {
    const seen = (await app.firstView(meeting, { view: 'review' }))?.state;
    for (const prompt of seen ? promptsOf(seen) : []) {
      if (prompt.outcome !== 'wall' || prompt.words.length === 0) continue;
      const { id, title, words, notes } = prompt;
      for (const note of notes) if (note.organisation) from.set(note.id, note.organisation);
      steps.push({ id, title, words, meeting: meeting.id, number: meeting.number });
    }
  }
  const alike = meetings[0]
    ? await app.alikeWords(
        { meeting: meetings[0].id, question: project.question },
        steps.flatMap((step) => step.words.map((word) => ({ id: wordId(step, word), text: word.text })))
      )
    : new Map<string, string>();
  const rows = roleRows(steps, alike);

  const kinds = new Map(organisations.map(({ name, kind }) => [name, kind]));
  const kindOf = (note: NoteId): OrganisationKind | undefined => {
    const kind = kinds.get(from.get(note) ?? '');
    return kind !== undefined && isOrganisationKind(kind) ? kind : undefined;
  };
  const writing = new Set(from.values());
  const filter = readFilter(event.url.searchParams, organisations);
  const counts = (note: NoteId) =>
    filter.by === 'all' ||
    (filter.by === 'kind' ? kindOf(note) === filter.kind : from.get(note) === filter.name);
  const sides = sidesOf(rows, kindOf);
  const both = readSides(event.url, sides);
  const isOther = (kind: OrganisationKind) => both.others === undefined || kind === both.others;
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    project: { id: project.id, name: project.name, question: project.question },
    steps: steps.map(({ id, meeting, number, title }) => ({ id, meeting, number, title })),
    /** Of whom there is anything to be seen alone. */
    organisations: organisations
      .filter(({ name }) => writing.has(name))
      .map(({ id, name, kind }) => ({ id, name, kind })),
    filter,
    over: coursesOf(rows, counts),
    sides: { ...sides, ...both, ...coursesOf(beside(rows, kindOf, both.we, isOther)) }
  };
};

/** Who we are, and beside whom: all others where none is chosen that has cards. */
function readSides(
  { searchParams }: URL,
  { kinds }: Sides
): { we: OrganisationKind; others?: OrganisationKind } {
  const read = (name: string) => kinds.find(({ kind }) => kind === searchParams.get(name))?.kind;
  const we = read('we') ?? kinds[0]?.kind ?? 'region';
  const others = read('others');
  return others === undefined || others === we ? { we } : { we, others };
}
