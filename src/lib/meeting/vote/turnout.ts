/** How many have voted of how many, the same on every screen: of those who are here, though somebody may have voted and left. */
import { m } from '$lib/paraglide/messages';

export function turnoutOf(cast: number, here: number): { cast: number; here: number } {
  return { cast, here: Math.max(here, cast) };
}

export function turnoutText(cast: number, here: number): string {
  return m.vote_cast(turnoutOf(cast, here));
}
