/** What the plan calls the kinds of answer. */
import { KINDS } from '$lib/domain/kinds/registry';
import { m } from '$lib/paraglide/messages';

const NAMES: Record<string, () => string> = {
  'role-card': m.plan_kind_role_card,
  quote: m.plan_kind_quote,
  'sticky-note': m.plan_kind_sticky_note
};

export const KIND_NAMES: readonly string[] = KINDS.map(({ name }) => name);

export function kindTitle(kind: string): string {
  return NAMES[kind]?.() ?? kind;
}
