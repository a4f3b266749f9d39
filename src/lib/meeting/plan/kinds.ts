/** What the plan calls the kinds of steps, and in which order it offers them. */
import { kindOf } from '$lib/domain/kinds/registry';
import { wordsFor } from '$lib/i18n/kind-words';
import { m } from '$lib/paraglide/messages';

export const KIND_GROUPS: readonly { name: () => string; kinds: readonly string[] }[] = [
  { name: m.plan_group_questions, kinds: ['role-card', 'quote', 'sticky-note'] },
  {
    name: m.plan_group_documentation,
    kinds: ['milestone', 'perspective', 'actor', 'case', 'role-definition', 'commitment', 'follow-up']
  },
  { name: m.plan_group_votes, kinds: ['dots', 'ranking', 'points', 'scale'] },
  { name: m.plan_group_other, kinds: ['talk', 'break', 'last-time'] }
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
