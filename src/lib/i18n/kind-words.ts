/** What kinds of steps, their answers and the fields of these are called, in the reader's language. A new kind is one entry here. */
import type { Kind } from '../domain/kinds/kind.js';
import { kindOf } from '../domain/kinds/registry.js';
import { ORGANISATION_KINDS } from '../domain/organisation-kinds.js';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { kindNames, kindOne } from './organisation-kinds.js';

/** A sentence, in the reader's language or in one that is asked for. */
export type Said = (inputs?: object, options?: { locale?: 'sv' | 'en' }) => string;

export interface FieldWords {
  label: Said;
  /** It says itself what it is: its name does not stand before it. */
  bare?: true;
  help?(): string;
  /** Where the actor that it is about answers itself. */
  own?: { label(): string; help?(): string };
  /** Of a choice, in the order in which they are offered. */
  options?: readonly {
    value: string;
    text(): string;
    /** What files call it, in both languages. */ names?(): readonly string[];
  }[];
  /** Where nothing is chosen yet. */
  choose?(): string;
  /** What the two ends of a number mean. */
  low?(): string;
  high?(): string;
}

export interface KindWords {
  /** The kind itself, one answer of it, and a number of them. */
  kind(): string;
  note(): string;
  count(inputs: { count: number }): string;
  /** Those that are read, and asked for where the kind has no form of its own: by field. */
  fields?: Readonly<Record<string, FieldWords>>;
}

const actorKind: FieldWords = {
  label: m.kinds_actor_kind,
  choose: m.kinds_actor_choose,
  options: ORGANISATION_KINDS.map((value) => ({
    value,
    text: () => kindOne(value),
    names: () => kindNames(value)
  }))
};

const OTHER: KindWords = { kind: m.review_kind_other, note: m.review_note_other, count: m.review_answers };
const KINDS: Readonly<Record<string, KindWords>> = {
  'role-card': {
    kind: m.review_kind_role_card,
    note: m.review_note_role_card,
    count: m.review_role_cards,
    fields: { explanation: { label: m.phone_role_card_explanation, bare: true } }
  },
  quote: { kind: m.review_kind_quote, note: m.review_note_quote, count: m.review_quotes },
  // What a talk leaves behind are quotes.
  talk: { kind: m.plan_kind_talk, note: m.review_note_quote, count: m.review_quotes },
  'sticky-note': {
    kind: m.review_kind_sticky_note,
    note: m.review_note_sticky_note,
    count: m.review_sticky_notes
  },
  milestone: {
    kind: m.kinds_milestone,
    note: m.kinds_milestone_note,
    count: m.kinds_milestone_count,
    fields: {
      years: { label: m.kinds_milestone_years, help: m.kinds_milestone_years_help },
      text: { label: m.kinds_milestone_text },
      explanation: { label: m.kinds_milestone_explanation }
    }
  },
  perspective: {
    kind: m.kinds_perspective,
    note: m.kinds_perspective_note,
    count: m.kinds_perspective_count,
    fields: {
      actorKind,
      actor: { label: m.kinds_perspective_actor },
      text: {
        label: m.kinds_perspective_text,
        help: m.kinds_perspective_text_help,
        own: { label: m.homework_own_text, help: m.homework_own_help }
      },
      role: {
        label: m.kinds_perspective_role,
        own: { label: m.homework_own_role },
        low: m.kinds_perspective_low,
        high: m.kinds_perspective_high
      }
    }
  },
  actor: {
    kind: m.kinds_actors,
    note: m.kinds_actors_note,
    count: m.kinds_actors_count,
    fields: {
      text: { label: m.kinds_actor_text },
      actorKind,
      role: { label: m.kinds_actor_role },
      responsibility: { label: m.kinds_actor_responsibility },
      interface: { label: m.kinds_actor_interface }
    }
  },
  case: {
    kind: m.kinds_case,
    note: m.kinds_case_note,
    count: m.kinds_case_count,
    fields: { text: { label: m.kinds_case_text }, explanation: { label: m.kinds_case_explanation } }
  },
  'role-definition': {
    kind: m.kinds_definition,
    note: m.kinds_definition_note,
    count: m.kinds_definition_count,
    fields: {
      text: { label: m.kinds_definition_text },
      meaning: { label: m.kinds_definition_meaning },
      examples: { label: m.kinds_definition_examples },
      activities: { label: m.kinds_definition_activities }
    }
  },
  commitment: {
    kind: m.kinds_commitment,
    note: m.kinds_commitment_note,
    count: m.kinds_commitment_count,
    fields: {
      text: { label: m.kinds_commitment_text },
      who: { label: m.kinds_commitment_who, help: m.kinds_commitment_who_help },
      by: { label: m.kinds_commitment_by }
    }
  },
  choice: { kind: m.kinds_choice, note: m.kinds_choice, count: m.vote_votings },
  dots: { kind: m.plan_kind_dots, note: m.plan_kind_dots, count: m.vote_votings },
  ranking: { kind: m.plan_kind_ranking, note: m.plan_kind_ranking, count: m.vote_votings },
  points: { kind: m.plan_kind_points, note: m.plan_kind_points, count: m.vote_votings },
  scale: { kind: m.plan_kind_scale, note: m.plan_kind_scale, count: m.vote_votings },
  'follow-up': {
    kind: m.homework_follow_kind,
    note: m.homework_follow_note,
    count: m.homework_follow_count,
    fields: {
      text: { label: m.homework_follow_label, help: m.homework_follow_help },
      printed: {
        label: m.homework_follow_printed,
        choose: m.homework_pass_choose,
        options: [
          { value: 'name', text: m.homework_follow_name },
          { value: 'organisation', text: m.homework_follow_organisation },
          { value: 'none', text: m.homework_follow_none }
        ]
      }
    }
  },
  'last-time': { kind: m.homework_last_kind, note: m.homework_last_kind, count: m.review_answers },
  break: { kind: m.plan_kind_break, note: m.plan_kind_break, count: m.review_answers }
};

export function wordsFor(kind: string): KindWords {
  const own = kindOf(kind)?.words;
  return KINDS[kind] ?? (own ? ownWords(own) : OTHER);
}

/** Of a kind that has its words beside it. */
function ownWords(words: NonNullable<Kind['words']>): KindWords {
  const here = () => words[getLocale()];
  const named = Object.keys(words.sv.fields ?? {}).map((field): [string, FieldWords] => [
    field,
    {
      label: (_inputs, options) => words[options?.locale ?? getLocale()].fields?.[field] ?? field,
      options: Object.keys(words.sv.choices?.[field] ?? {}).map((value) => ({
        value,
        text: () => here().choices?.[field]?.[value] ?? value,
        names: () => [words.sv, words.en].flatMap(({ choices }) => choices?.[field]?.[value] ?? [])
      }))
    }
  ]);
  return {
    kind: () => here().kind,
    note: () => here().note,
    count: ({ count }) => (count === 1 ? here().one : here().many.replace('{count}', String(count))),
    fields: Object.fromEntries(named)
  };
}
