/** Homework on a phone: what is open here now, in the room or at home, and what is left to do. */
import { kindOf } from '$lib/domain/kinds/registry';
import { atHome, isAnnounced } from '$lib/domain/meeting/homework';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';
import type { PhoneMeeting } from '../phone-meeting';
import { countMine, mine } from '../mine';
import { ballotOf, isEmpty } from '../vote/ballot';

/** May it be answered now? */
export function isOpenHere(prompt: PromptView, phase: MeetingView['phase'], now: number): boolean {
  return (prompt.stage === 'open' && phase === 'open') || atHome(prompt, now) === 'open';
}

/** As it is asked at home: everybody answers for oneself. In the room as it is. */
export function asAsked(prompt: PromptView): PromptView {
  return isHomework(prompt) && prompt.perGroup ? { ...prompt, perGroup: false, pen: undefined } : prompt;
}

/** It is answered at home, and has not been taken to the room. */
export function isHomework(prompt: PromptView): boolean {
  return prompt.stage === 'draft' && isAnnounced(prompt);
}

export interface Task {
  prompt: PromptView;
  at: 'soon' | 'open' | 'over';
  /** Answers that have been sent or are on their way; of a vote 1 where one has voted. */
  count: number;
}

/** All homework of the meeting, in the order of its agenda. */
export function tasksOf(live: PhoneMeeting, now: number): Task[] {
  const { agenda, prompts } = live.view;
  return agenda.flatMap((id) => {
    const prompt = prompts[id];
    const at = prompt && atHome(prompt, now);
    return prompt && at ? [{ prompt, at, count: countOf(live, prompt) }] : [];
  });
}

function countOf(live: PhoneMeeting, prompt: PromptView): number {
  if (kindOf(prompt.kind)?.takes === 'ballots') return isEmpty(ballotOf(live, prompt)) ? 0 : 1;
  return countMine(mine(live.view, live.pending, prompt.id));
}
