/** Whether a phone may look at the wall of a question: nobody writes any more, and its words are shown (R68). */
import { kindOf } from '$lib/domain/kinds/registry';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';

export function offersWall({ kind, stage, hidden, revealed }: PromptView): boolean {
  return kindOf(kind)?.outcome === 'wall' && stage === 'closed' && !(hidden && !revealed);
}

/** Those that a phone may look at, the one that was closed last first. */
export function wallsIn({ agenda, prompts }: MeetingView): PromptView[] {
  const walls = agenda.flatMap((id) => prompts[id] ?? []).filter(offersWall);
  return walls.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
}
