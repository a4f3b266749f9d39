/** The question where one person's answer helps most. */
import type { Prior } from '../clustering/placer.ts';
import type { PersonId } from '../meeting/ids.ts';
import type { Ground, Question } from './answers.ts';
import { Outlook } from './outlook.ts';

/**
 * Undefined: nothing that this person could say would help any more. Whoever asks for several people makes one Outlook
 * per state and asks that.
 */
export function nextQuestion(
  ground: Ground,
  person: PersonId,
  priors: readonly Prior[]
): Question | undefined {
  return new Outlook(ground, priors).ask(person);
}
