/** Whether a phone may look at the wall of a question: nobody writes any more, and its words are shown (R68). */
import { kindOf } from '$lib/domain/kinds/registry';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';

export function offersWall({ kind, stage, hidden, revealed }: PromptView): boolean {
  return kindOf(kind)?.outcome === 'wall' && stage === 'closed' && !(hidden && !revealed);
}

/** The wall of the question that was closed last: what the room is looking at, most likely. */
export function freshWall({ agenda, prompts }: MeetingView): PromptView | undefined {
  const closed = agenda.flatMap((id) => prompts[id] ?? []).filter(({ stage }) => stage === 'closed');
  const [last] = closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return last && offersWall(last) ? last : undefined;
}

/** Those that a phone may look at, the one that was closed last first. */
export function wallsIn({ agenda, prompts }: MeetingView): PromptView[] {
  const walls = agenda.flatMap((id) => prompts[id] ?? []).filter(offersWall);
  return walls.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
}
