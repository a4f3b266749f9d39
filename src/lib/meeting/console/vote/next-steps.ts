/** The steps that follow from a vote: one for each of the foremost, or a vote between them. */
import { newId } from '$lib/client/ids';
import type { Request } from '$lib/domain/meeting/commands';
import { PLAIN_VOTE, STEP_LIMITS } from '$lib/domain/meeting/step-settings';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';
import { shortened } from '$lib/domain/text';
import type { Option } from '$lib/domain/voting/result';
import { m } from '$lib/paraglide/messages';

/** The kinds of step that an alternative can become. */
export const STEP_KINDS = {
  'sticky-note': m.vote_as_sticky_note,
  'role-card': m.vote_as_role_card,
  quote: m.vote_as_quote,
  scale: m.vote_as_scale
} as const;
export type StepKind = keyof typeof STEP_KINDS;

type AddPrompts = Extract<Request, { name: 'AddPrompts' }>;

/** One step each, in that order, right after the vote. */
export function stepsFor(
  view: MeetingView,
  { id, title }: PromptView,
  chosen: readonly Option[],
  kind: StepKind
): AddPrompts {
  const ends = { ...PLAIN_VOTE, choices: [], low: m.vote_scale_low(), high: m.vote_scale_high() };
  const steps = chosen.map(({ text }) => ({
    prompt: newId(),
    kind,
    title: shortened(text, STEP_LIMITS.title),
    instruction: m.vote_came_from({ title }),
    ...(kind === 'scale' ? { vote: ends } : {})
  }));
  return { name: 'AddPrompts', data: { steps, index: view.agenda.indexOf(id) + 1 } };
}

/** One vote between them, one dot a person. */
export function voteBetween(
  view: MeetingView,
  { id, title, hidden }: PromptView,
  chosen: readonly Option[]
): AddPrompts {
  const choices = chosen.map(({ text }) => ({ id: newId(), text: shortened(text, STEP_LIMITS.choice) }));
  const step = {
    prompt: newId(),
    kind: 'dots',
    title: shortened(m.vote_again_title({ title }), STEP_LIMITS.title),
    hidden,
    vote: { ...PLAIN_VOTE, choices, votes: 1 }
  };
  return { name: 'AddPrompts', data: { steps: [step], index: view.agenda.indexOf(id) + 1 } };
}
