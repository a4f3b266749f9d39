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

/** A working step's minutes, until somebody has planned it. */
const MINUTES = 10;

type AddPrompts = Extract<Request, { name: 'AddPrompts' }>;

/** What is asked about an alternative, unless somebody asks otherwise; of a scale it is what is judged. */
export function questionOf({ text }: Option, kind: StepKind): string {
  if (kind === 'scale') return shortened(text, STEP_LIMITS.title);
  const room = STEP_LIMITS.title - m.vote_next_question({ word: '' }).length;
  return m.vote_next_question({ word: shortened(text, room) });
}

/** One step each, in that order, right after the vote. `questions` are asked in their order; an empty one is none. */
export function stepsFor(
  view: MeetingView,
  { id, title }: PromptView,
  chosen: readonly Option[],
  kind: StepKind,
  questions: readonly string[] = []
): AddPrompts {
  const ends = { ...PLAIN_VOTE, choices: [], low: m.vote_scale_low(), high: m.vote_scale_high() };
  const steps = chosen.map((option, index) => ({
    prompt: newId(),
    kind,
    title: shortened(questions[index] ?? '', STEP_LIMITS.title) || questionOf(option, kind),
    instruction: m.vote_came_from({ title }),
    minutes: MINUTES,
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
