/** Who does what by when: the soonest first, those without a day last. */
import type { Answer } from './answer.ts';

export interface Commitment {
  id: string;
  text: string;
  /** As it was written; may be empty. */
  who: string;
  /** ISO day; may be empty. */
  by: string;
}

export function commitmentsOf(answers: readonly Answer[]): Commitment[] {
  return answers
    .map(({ id, fields = {} }) => ({
      id,
      text: fields.text ?? '',
      who: fields.who ?? '',
      by: fields.by ?? ''
    }))
    .sort((a, b) => (a.by || '9999').localeCompare(b.by || '9999'));
}
