/** Which of the questions asked so far one is: breaks, talks and votes are none. How many are to come a phone does not know. */
import { kindOf } from '$lib/domain/kinds/registry';
import type { PromptId } from '$lib/domain/meeting/ids';
import type { MeetingView } from '$lib/domain/meeting/view';

/** From 1; undefined where it is no question. */
export function questionNumber(
  { agenda, prompts }: Pick<MeetingView, 'agenda' | 'prompts'>,
  id: PromptId
): number | undefined {
  const questions = agenda.filter(
    (one) => prompts[one]?.stage !== 'draft' && isQuestion(prompts[one]?.kind ?? '')
  );
  const at = questions.indexOf(id);
  return at === -1 ? undefined : at + 1;
}

function isQuestion(kind: string): boolean {
  return kind !== 'talk' && kindOf(kind)?.takes === 'notes';
}
