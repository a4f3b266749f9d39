/** What the plan calls the kinds of steps, and in which order it offers them. */
import { KINDS, kindOf } from '$lib/domain/kinds/registry';
import { wordsFor } from '$lib/i18n/kind-words';
import { m } from '$lib/paraglide/messages';

const QUESTIONS = ['role-card', 'quote', 'sticky-note'];
const VOTES = ['choice', 'dots', 'ranking', 'points', 'scale'];
const OTHERS = ['talk', 'break', 'last-time'];
const NAMED = new Set([...QUESTIONS, ...VOTES, ...OTHERS]);

/** What no other group names is for the documentation. */
export const KIND_GROUPS: readonly { name: () => string; kinds: readonly string[] }[] = [
  { name: m.plan_group_questions, kinds: QUESTIONS },
  {
    name: m.plan_group_documentation,
    kinds: KINDS.map(({ name }) => name).filter((name) => !NAMED.has(name))
  },
  { name: m.plan_group_votes, kinds: VOTES },
  { name: m.plan_group_other, kinds: OTHERS }
];

export function kindTitle(kind: string): string {
  return kindOf(kind) ? wordsFor(kind).kind() : kind;
}

/** Where a step is chosen, a kind says what its name does not. */
export function kindChoice(kind: string): string {
  return kind === 'talk' ? m.plan_kind_talk_more() : kindTitle(kind);
}

/** What stands in a new step until somebody has written something better. */
export function newTitle(kind: string): string {
  if (kind === 'talk') return m.plan_talk_new();
  if (kind === 'last-time') return m.homework_last_title();
  return kind === 'break' ? m.plan_kind_break() : m.plan_question_new();
}
