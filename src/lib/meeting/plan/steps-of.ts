/** The steps that a leader's page shows, as they are handed on. */
import { laySteps, liftSteps } from '$lib/domain/agenda/carry';
import type { Laid, Lifted } from '$lib/domain/agenda/carry';
import type { AgendaStep } from '$lib/domain/agenda/step';
import { PLAIN_VOTE } from '$lib/domain/meeting/step-settings';
import type { VoteSettings } from '$lib/domain/meeting/step-settings';
import type { MeetingView, PromptView, VoteView } from '$lib/domain/meeting/view';

export function stepsOf({ agenda, prompts }: MeetingView): AgendaStep[] {
  return liftSteps(agenda.flatMap((id) => (prompts[id] ? [liftedFrom(prompts[id])] : [])));
}

/** The same step once more, for the same agenda: a vote is about what it was about, and on what. */
export function copyOf(prompt: PromptView, newId: () => string): Laid {
  const about = prompt.vote?.about ?? null;
  const choices = (prompt.vote?.choices ?? []).map((choice) => ({ ...choice, id: newId() }));
  return laySteps(liftSteps([liftedFrom(prompt)]), newId).map((step) =>
    step.vote || about ? { ...step, vote: { ...PLAIN_VOTE, ...step.vote, about, choices } } : step
  );
}

/** What a leader may decide of a vote. */
export function rulesOf({ about, choices, votes, stack, low, high }: VoteView): VoteSettings {
  return { about: about ?? null, choices: choices ?? [], votes, stack, low, high };
}

function liftedFrom({ minutes = 0, closes = false, vote, ...prompt }: PromptView): Lifted {
  return { ...prompt, minutes, closes, vote: vote ? rulesOf(vote) : null };
}
