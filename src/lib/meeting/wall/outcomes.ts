/** What the projector shows of each outcome, besides walls and themes. What is not named here is a page of slips. */
import type { Component } from 'svelte';
import type { Outcome } from '$lib/domain/kinds/kind';
import type { NoteView, PromptView } from '$lib/domain/meeting/view';
import Actors from './Actors.svelte';
import Cases from './Cases.svelte';
import Commitments from './Commitments.svelte';
import Definitions from './Definitions.svelte';
import Perspectives from './Perspectives.svelte';
import Slips from './Slips.svelte';
import type { Stage } from './stage';
import Timeline from './Timeline.svelte';

export type OutcomeScreen = Component<{ prompt: PromptView; notes: readonly NoteView[]; stage: Stage }>;

const SCREENS: Readonly<Record<string, OutcomeScreen>> = {
  timeline: Timeline,
  perspectives: Perspectives,
  actors: Actors,
  cases: Cases,
  definitions: Definitions,
  commitments: Commitments
};

export function screenFor(outcome: Outcome | undefined): OutcomeScreen {
  return (outcome && SCREENS[outcome]) ?? Slips;
}
