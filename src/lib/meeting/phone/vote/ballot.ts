/** One's own ballot as the phone shows it: what is stored, laid over by what is on its way. Pure steps from one to the next. */
import type { PromptView } from '$lib/domain/meeting/view';
import type { Ballot } from '$lib/domain/voting/ballot';
import type { PhoneMeeting } from '../phone-meeting';

export function ballotOf(
  live: Pick<PhoneMeeting, 'ballots'>,
  prompt: Pick<PromptView, 'id' | 'vote'>
): Ballot {
  const onItsWay = live.ballots.filter((one) => one.prompt === prompt.id && one.state !== 'refused').at(-1);
  return onItsWay?.ballot ?? prompt.vote?.mine ?? {};
}

export function isEmpty(ballot: Ballot): boolean {
  return Object.keys(ballot).length === 0;
}

/** How many dots or points have been given. */
export function given(ballot: Ballot): number {
  return Object.values(ballot).reduce((sum, value) => sum + value, 0);
}

/** With that many on the option; none takes it off. */
export function giving(ballot: Ballot, option: string, value: number): Ballot {
  const { [option]: _before, ...others } = ballot;
  return value > 0 ? { ...others, [option]: value } : others;
}

/** Options in their order, the first place first. */
export function orderOf(ballot: Ballot): string[] {
  return Object.entries(ballot)
    .sort(([, a], [, b]) => a - b)
    .map(([option]) => option);
}

/** The ballot that says that order. */
export function ranked(order: readonly string[]): Ballot {
  return Object.fromEntries(order.map((option, index) => [option, index + 1]));
}

/** Put last, or taken out: what came after it moves up. */
export function toggled(order: readonly string[], option: string): string[] {
  return order.includes(option) ? order.filter((one) => one !== option) : [...order, option];
}

/** One place up (-1) or down (1); at the end it stays. */
export function moved(order: readonly string[], option: string, by: -1 | 1): string[] {
  const from = order.indexOf(option);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const next = [...order];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}
