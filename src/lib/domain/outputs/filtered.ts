/**
 * A part of what a meeting left behind: the answers of one organisation, of one kind of actor, of one group. Made of what the outputs
 * tell, and of nothing else: whose an answer is that bears no organisation is not guessed, not even from who else was there.
 */
import { isOrganisationKind, ORGANISATION_KINDS } from '../organisation-kinds.ts';
import { formsOf } from '../wall/forms.ts';
import type { Word } from '../wall/words.ts';
import type { NoteId } from '../meeting/ids.ts';
import type { NoteOutput, Outputs, PromptOutput } from './outputs.ts';

/** All that is set must hold. Organisations and groups go by what they are called. */
export interface Filter {
  organisation?: string;
  kind?: string;
  group?: string;
}

/** What may be chosen: whatever some answer bears. Organisations by the alphabet, kinds and groups in their own order. */
export interface Choices {
  organisations: readonly string[];
  kinds: readonly string[];
  groups: readonly string[];
}

/**
 * How far a step can be parted by a filter. `votes`: only ever told all together; `nothing`: nobody answered, or nobody may read it
 * yet; `no-organisation`, `no-group`: no answer bears one. `parted`: `of` answers there are, of which `without` do not say whose they are.
 */
export type Parting =
  | { by: 'votes' | 'nothing' | 'no-organisation' | 'no-group' }
  | { by: 'parted'; of: number; without: number };

export function isFiltering({ organisation, kind, group }: Filter): boolean {
  return organisation !== undefined || kind !== undefined || group !== undefined;
}

export function choicesIn(outputs: Outputs): Choices {
  const organisations = new Set<string>();
  const groups = new Set<string>();
  for (const prompt of outputs.prompts) {
    for (const { organisation, group } of answersOf(prompt)) {
      if (organisation) organisations.add(organisation);
      if (group) groups.add(group);
    }
  }
  const kindOf = kindsOf(outputs);
  const kinds = new Set([...organisations].map(kindOf));
  return {
    organisations: [...organisations].sort((a, b) => a.localeCompare(b, 'sv')),
    kinds: ORGANISATION_KINDS.filter((kind) => kinds.has(kind)),
    groups: [...groups]
  };
}

/** What of it is among the choices: an address may ask for anything. */
export function allowed(filter: Filter, { organisations, kinds, groups }: Choices): Filter {
  const among = (all: readonly string[], one: string | undefined) =>
    one !== undefined && all.includes(one) ? one : undefined;
  return {
    organisation: among(organisations, filter.organisation),
    kind: among(kinds, filter.kind),
    group: among(groups, filter.group)
  };
}

/** What was asked for and is not among the choices: whoever reads a part must know that it is not the one. */
export function refusedOf(asked: Filter, filter: Filter): Filter {
  const left = (part: keyof Filter) => (filter[part] === undefined ? asked[part] : undefined);
  return { organisation: left('organisation'), kind: left('kind'), group: left('group') };
}

/** Steps that cannot be parted are emptied: their answers are not those that were asked for. */
export function filtered(outputs: Outputs, filter: Filter): Outputs {
  if (!isFiltering(filter)) return outputs;
  const { organisation, kind } = filter;
  const kindOf = kindsOf(outputs);
  const organisations =
    organisation === undefined && kind === undefined
      ? outputs.meeting.organisations
      : outputs.meeting.organisations.filter(
          (one) =>
            one.name !== '' &&
            (organisation === undefined || one.name === organisation) &&
            (kind === undefined || one.kind === kind)
        );
  return {
    meeting: {
      ...outputs.meeting,
      organisations,
      participants:
        organisations === outputs.meeting.organisations
          ? outputs.meeting.participants
          : organisations.reduce((sum, one) => sum + one.participants, 0)
    },
    prompts: outputs.prompts.map((prompt) => filteredPrompt(prompt, filter, kindOf)),
    thoughts: []
  };
}

/** Can this step be parted by it, and how much of it? */
export function partingOf(prompt: PromptOutput, { organisation, kind, group }: Filter): Parting {
  if (prompt.vote) return { by: 'votes' };
  const answers = answersOf(prompt);
  if (answers.length === 0) return { by: 'nothing' };
  const byOrganisation = organisation !== undefined || kind !== undefined;
  if (byOrganisation && !answers.some((note) => note.organisation)) return { by: 'no-organisation' };
  if (group !== undefined && !answers.some((note) => note.group)) return { by: 'no-group' };
  const tells = (note: NoteOutput) =>
    (!byOrganisation || note.organisation !== undefined) && (group === undefined || note.group !== undefined);
  return { by: 'parted', of: answers.length, without: answers.filter((note) => !tells(note)).length };
}

/** What an organisation is, by its name; those that the project does not know are of no kind. */
export function kindsOf({ meeting }: Outputs): (organisation: string | undefined) => string | undefined {
  const kinds = new Map(meeting.organisations.map(({ name, kind }) => [name, kind]));
  return (organisation) => {
    const kind = kinds.get(organisation ?? '');
    return kind !== undefined && isOrganisationKind(kind) ? kind : undefined;
  };
}

/** A step with those of its answers alone: words, themes and groups are counted anew. How many people wrote them nobody can tell. */
export function onlyNotes(prompt: PromptOutput, holds: (note: NoteOutput) => boolean): PromptOutput {
  const notes = prompt.notes.filter(holds);
  const kept = new Map(notes.map((note) => [note.id, note]));
  const among = (ids: readonly NoteId[]) => ids.filter((id) => kept.has(id));
  return {
    ...prompt,
    people: undefined,
    unseen: 0,
    summaries: {},
    vote: undefined,
    notes,
    uncited: prompt.uncited.filter(holds),
    words: prompt.words.flatMap((word) => recounted(word, kept)).sort((a, b) => b.count - a.count),
    themes: prompt.themes
      .map(({ text, notes: lying }) => ({ text, notes: among(lying) }))
      .filter(({ notes: lying }) => lying.length > 0)
      .map((theme) => ({ ...theme, count: theme.notes.length }))
      .sort((a, b) => b.count - a.count),
    groups: prompt.groups
      .map(({ name, notes: own }) => ({ name, notes: among(own) }))
      .filter(({ notes: own }) => own.length > 0)
  };
}

function filteredPrompt(
  prompt: PromptOutput,
  filter: Filter,
  kindOf: (organisation: string | undefined) => string | undefined
): PromptOutput {
  const { organisation, kind, group } = filter;
  return onlyNotes(
    prompt,
    (note) =>
      (organisation === undefined || note.organisation === organisation) &&
      (kind === undefined || kindOf(note.organisation) === kind) &&
      (group === undefined || note.group === group)
  );
}

/** It keeps what it is called: so it is found again on the whole wall. */
function recounted(word: Word, kept: ReadonlyMap<NoteId, NoteOutput>): Word[] {
  const notes = word.notes.flatMap((id) => kept.get(id) ?? []);
  if (notes.length === 0) return [];
  const { key, text, cluster } = word;
  return [
    {
      ...{ key, text, count: notes.length, notes: notes.map(({ id }) => id) },
      variants: formsOf(notes.map((note) => note.text)),
      ...(cluster === undefined ? {} : { cluster })
    }
  ];
}

function answersOf({ notes, uncited }: PromptOutput): NoteOutput[] {
  return [...notes, ...uncited];
}
