/** How many have voted, as a sentence. */
import type { PromptView } from '$lib/domain/meeting/view';
import { turnoutText } from '$lib/meeting/vote/turnout';
import { m } from '$lib/paraglide/messages';

export function votedText({ stage, vote }: PromptView, here: number): string {
  const cast = vote?.cast ?? 0;
  if (stage === 'open') return `${turnoutText(cast, here)}.`;
  return cast === 0 ? m.vote_nobody() : `${m.vote_voted({ count: cast })}.`;
}
