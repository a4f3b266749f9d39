/** A step as it is handed on: by templates, to another meeting, as a file. It has no id, and nobody's answers. */
import { kindOf } from '../kinds/registry.ts';
import { PLAIN_STEP, PLAIN_VOTE } from '../meeting/step-settings.ts';
import type { PromptText, VoteSettings } from '../meeting/step-settings.ts';
import { NO_LIMIT } from '../voting/ballot.ts';

/** A vote's alternatives are texts, and what it is about is another step of the list, counted from 0. */
export interface AgendaVote extends Omit<VoteSettings, 'about' | 'choices'> {
  about: { step: number; of: 'notes' | 'clusters' } | null;
  choices: readonly string[];
}

/** What is left out is as nobody has decided it. */
export interface AgendaStep extends Partial<Omit<PromptText, 'title' | 'vote' | 'homework' | 'brought'>> {
  kind: string;
  title: string;
  vote?: Partial<AgendaVote>;
  /** It is answered from home; when, is decided in each project. */
  homework?: true;
}

/** A list of steps, with when the day begins and ends where that is known: "09:30". */
export interface Agenda {
  name: string;
  startsAt: string | null;
  endsAt: string | null;
  steps: readonly AgendaStep[];
}

export const MOST_STEPS = 60;
/** Of what a template or a file is called, in code points. */
export const LONGEST_NAME = 120;

/** What a step of that kind begins with: half-written words get a minute, cards of others may be taken up, and whatever fits may be chosen. */
export function newStep(kind: string, title: string): AgendaStep {
  const step = { kind, title, minutes: 20 };
  return {
    ...step,
    ...(kindOf(kind)?.takes === 'notes' ? { grace: 60 } : {}),
    ...(kind === 'role-card' ? { suggests: true } : {}),
    ...(kind === 'choice' ? { vote: { votes: NO_LIMIT } } : {})
  };
}

/** Without what is as nobody has decided it, so that files are short. */
export function slim({ kind, title, vote, ...settings }: AgendaStep): AgendaStep {
  const said = Object.entries(settings).filter(
    ([key, value]) => value !== undefined && value !== PLAIN_STEP[key as keyof typeof PLAIN_STEP]
  );
  const rules = vote && Object.entries(vote).filter(([key, value]) => !isPlain(key, value));
  return {
    kind,
    title,
    ...Object.fromEntries(said),
    ...(rules && rules.length > 0 ? { vote: Object.fromEntries(rules) } : {})
  };
}

function isPlain(key: string, value: unknown): boolean {
  if (key === 'choices') return Array.isArray(value) && value.length === 0;
  return value === PLAIN_VOTE[key as keyof typeof PLAIN_VOTE];
}
