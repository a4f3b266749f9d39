/** How many have voted, as a sentence. */
import type { PromptView } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

/** While it is open, of those who are here; somebody may have left meanwhile. */
export function votedText({ stage, vote }: PromptView, here: number): string {
  const cast = vote?.cast ?? 0;
  if (stage === 'open') return `${m.vote_cast({ cast, here: Math.max(here, cast) })}.`;
  return cast === 0 ? m.vote_nobody() : `${m.vote_voted({ count: cast })}.`;
}
