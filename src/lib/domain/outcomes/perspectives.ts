/** How others see us, by kind of actor: what they said, and how large a role they give us. */
import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import { spreadOf } from '../voting/result.ts';
import type { Spread } from '../voting/result.ts';
import type { Answer } from './answer.ts';

export interface Perspective {
  id: string;
  /** Empty: it is counted, and not quoted. */
  text: string;
  /** Which actor; may be empty. */
  actor: string;
  /** From 0, no role at all, to 10, a great responsibility. */
  role: number;
}

export interface PerspectivesOf {
  /** Of actor: one of ORGANISATION_KINDS. */
  kind: string;
  /** The smallest role first, then in the order of arrival. */
  views: readonly Perspective[];
  spread: Spread;
}

/** In the order of the kinds; only those that have said something. */
export function perspectivesOf(answers: readonly Answer[]): PerspectivesOf[] {
  return ORGANISATION_KINDS.flatMap((kind) => {
    const views = answers
      .filter(({ fields }) => fields?.actorKind === kind)
      .map(({ id, fields = {} }) => ({
        id,
        text: fields.text ?? '',
        actor: fields.actor ?? '',
        role: Number(fields.role ?? 0)
      }))
      .sort((a, b) => a.role - b.role);
    return views.length > 0 ? [{ kind, views, spread: spreadOf(views.map(({ role }) => role)) }] : [];
  });
}
