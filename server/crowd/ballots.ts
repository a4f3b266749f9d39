/** How a simulated participant votes. Some options are better liked than others, so that the result says something. */
import type { PromptView } from '../../src/lib/domain/meeting/view.ts';
import { SCALE, SCALE_MAX } from '../../src/lib/domain/voting/ballot.ts';
import type { Ballot } from '../../src/lib/domain/voting/ballot.ts';

/** Of a ranking so many places are given. */
const PLACES = 3;

/** `chance` gives numbers from 0 to below 1. */
export function ballotFor({ kind, vote }: PromptView, chance: () => number): Ballot {
  if (!vote) return {};
  if (kind === 'scale') {
    // Two rolls: most stand near the middle, a little above it.
    const value = Math.round(((chance() + chance()) / 2) * SCALE_MAX + 1);
    return { [SCALE]: Math.min(SCALE_MAX, value) };
  }
  const liked = vote.options
    .map(({ id }, index) => ({ id, weight: chance() * (1 + 2 / (1 + index)) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ id }) => id);
  if (kind === 'ranking') return Object.fromEntries(liked.slice(0, PLACES).map((id, at) => [id, at + 1]));
  if (kind === 'choice') {
    const some = Math.min(vote.votes, 1 + Math.floor((chance() * liked.length) / 2));
    return Object.fromEntries(liked.slice(0, some).map((id) => [id, 1]));
  }
  if (kind === 'dots') return Object.fromEntries(liked.slice(0, vote.votes).map((id) => [id, 1]));
  return shared(liked.slice(0, PLACES), vote.votes);
}

/** All points, most of them to the first. */
function shared(options: readonly string[], points: number): Ballot {
  const ballot: Record<string, number> = {};
  let left = points;
  for (const [at, id] of options.entries()) {
    const given = at === options.length - 1 ? left : Math.ceil(left / 2);
    if (given > 0) ballot[id] = given;
    left -= given;
  }
  return ballot;
}
