/** Whether a phone may look at the wall of a question: nobody writes any more, and its words are shown (R68). */
import { kindOf } from '$lib/domain/kinds/registry';
import type { PromptView } from '$lib/domain/meeting/view';

export function offersWall({ kind, stage, hidden, revealed }: PromptView): boolean {
  return kindOf(kind)?.outcome === 'wall' && stage === 'closed' && !(hidden && !revealed);
}
