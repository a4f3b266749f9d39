/** The sides of a comparison as the page has them: what may be chosen, what each is called, and whose answers it means. */
import type { Side } from '$lib/domain/outcomes/compare/side';
import { comparable } from '$lib/domain/outcomes/compare/compared';
import { writeSide } from '$lib/domain/outcomes/compare/side';
import { choicesIn, filtered, partingOf } from '$lib/domain/outputs/filtered';
import type { Filter, Parting } from '$lib/domain/outputs/filtered';
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import type { OrganisationKind } from '$lib/domain/organisation-kinds';
import { isOrganisationKind } from '$lib/domain/organisation-kinds';
import { kindName } from '$lib/i18n/organisation-kinds';
import { m } from '$lib/paraglide/messages';

export interface Choice {
  value: string;
  text: string;
}

/** A question of any meeting, with the meeting that it was asked in. */
export interface Asked {
  outputs: Outputs;
  prompt: PromptOutput;
}

/** What may stand beside it: parts of its own answers, and the same kind of question asked elsewhere. */
export function choicesFor(
  { outputs, prompt }: Asked,
  all: readonly Asked[]
): { name: string; options: Choice[] }[] {
  const { organisations, kinds, groups } = choicesIn({ ...outputs, prompts: [prompt] });
  const option = (side: Side, text: string) => ({ value: writeSide(side), text });
  const elsewhere = all.filter((one) => one.prompt !== prompt && comparable(prompt, one.prompt));
  return [
    { name: m.compare_side_all(), options: [option({ by: 'all' }, m.compare_side_everybody())] },
    {
      name: m.compare_side_kinds(),
      options: kinds.map((name) => option({ by: 'kind', name }, kindName(name)))
    },
    {
      name: m.compare_side_organisations(),
      options: organisations.map((name) => option({ by: 'organisation', name }, name))
    },
    {
      name: m.compare_side_groups(),
      options: groups.map((name) => option({ by: 'group', name }, name))
    },
    {
      name: m.compare_side_elsewhere(),
      options: elsewhere.map((one) => option({ by: 'step', prompt: one.prompt.id }, nameOfStep(one)))
    }
  ].filter(({ options }) => options.length > 0);
}

/** Two sides that say something: another meeting's answers beside these, else two kinds of actor, else two groups. */
export function usualSides(choices: readonly { options: readonly Choice[] }[]): [string, string] {
  const values = choices.flatMap(({ options }) => options.map(({ value }) => value));
  const of = (by: string) => values.filter((value) => value.startsWith(`${by}:`));
  const [step] = of('step');
  if (step) return ['all', step];
  for (const by of ['kind', 'group', 'organisation']) {
    const [one, other] = of(by);
    if (one && other) return [one, other];
  }
  return ['all', 'all'];
}

export interface Stood {
  prompt: PromptOutput;
  name: string;
  /** "hos regionerna", within a sentence. */
  at: string;
  /** Whether these answers can be told from the others. */
  parting?: Parting;
}

/** Undefined where the other question is not to be found. */
export function stand(side: Side, asked: Asked, all: readonly Asked[]): Stood | undefined {
  const { outputs, prompt } = asked;
  switch (side.by) {
    case 'all':
      return { prompt, name: m.compare_side_everybody(), at: m.compare_at_everybody() };
    case 'step': {
      const other = all.find((one) => one.prompt.id === side.prompt);
      return other && comparable(prompt, other.prompt)
        ? { prompt: other.prompt, name: nameOfStep(other), at: placeOf(other, asked) }
        : undefined;
    }
    default: {
      const filter: Filter = { [side.by]: side.name };
      return {
        prompt: filtered({ ...outputs, prompts: [prompt] }, filter).prompts[0]!,
        name: side.by === 'kind' ? kindName(side.name) : side.name,
        at: side.by === 'kind' ? kindAt(side.name) : m.compare_at({ name: side.name }),
        parting: partingOf(prompt, filter)
      };
    }
  }
}

function placeOf({ outputs, prompt }: Asked, beside: Asked): string {
  const isHere = outputs.meeting.id === beside.outputs.meeting.id;
  return isHere
    ? m.compare_at_question({ title: prompt.title })
    : m.compare_at_meeting({ number: outputs.meeting.number });
}

const KINDS_AT: Record<OrganisationKind, () => string> = {
  region: m.compare_at_region,
  agency: m.compare_at_agency,
  'county-board': m.compare_at_county_board,
  'employment-service': m.compare_at_employment_service,
  municipality: m.compare_at_municipality,
  university: m.compare_at_university,
  'civil-society': m.compare_at_civil_society,
  other: m.compare_at_other
};

function kindAt(kind: string): string {
  return KINDS_AT[isOrganisationKind(kind) ? kind : 'other']();
}

function nameOfStep({ outputs, prompt }: Asked): string {
  return m.compare_side_step({ number: outputs.meeting.number, title: prompt.title });
}
