/** What the review shows of each outcome. A wall stands across the page (`Prompt.svelte`); what is not named here is a list of slips. */
import type { Component } from 'svelte';
import type { PromptOutput } from '$lib/domain/outputs/outputs';
import Actors from './Actors.svelte';
import Cases from './Cases.svelte';
import Commitments from './Commitments.svelte';
import Definitions from './Definitions.svelte';
import Perspectives from './Perspectives.svelte';
import Slips from './Slips.svelte';
import Timeline from './Timeline.svelte';

type Outcome = Component<{ prompt: PromptOutput }>;

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  timeline: Timeline,
  perspectives: Perspectives,
  actors: Actors,
  cases: Cases,
  definitions: Definitions,
  commitments: Commitments
};

export function outcomeFor({ outcome }: PromptOutput): Outcome {
  return OUTCOMES[outcome] ?? Slips;
}
