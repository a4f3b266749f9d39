/** Agendas that come with the product, in both languages. */
import type { Agenda, AgendaStep, AgendaVote } from './step.ts';

export type Language = 'sv' | 'en';
export type Words = Readonly<Record<Language, string>>;

/** A step whose texts are written in both languages. */
export interface TemplateStep extends Omit<AgendaStep, 'title' | 'instruction' | 'speaker' | 'vote'> {
  title: Words;
  instruction?: Words;
  speaker?: Words;
  vote?: Partial<Omit<AgendaVote, 'choices' | 'low' | 'high'>> & {
    choices?: readonly Words[];
    low?: Words;
    high?: Words;
  };
}

export interface Template {
  id: string;
  name: Words;
  /** What it is good for. */
  about: Words;
  /** Of a whole day. */
  startsAt?: string;
  endsAt?: string;
  steps: readonly TemplateStep[];
}

/** A template as an agenda in that language. */
export function agendaOf(
  { name, startsAt, endsAt, steps }: Omit<Template, 'id' | 'about'>,
  language: Language
): Agenda {
  return {
    name: name[language],
    startsAt: startsAt ?? null,
    endsAt: endsAt ?? null,
    steps: steps.map((step) => stepIn(step, language))
  };
}

function stepIn(
  { title, instruction, speaker, vote, ...settings }: TemplateStep,
  language: Language
): AgendaStep {
  return {
    ...settings,
    title: title[language],
    ...(instruction ? { instruction: instruction[language] } : {}),
    ...(speaker ? { speaker: speaker[language] } : {}),
    ...(vote ? { vote: voteIn(vote, language) } : {})
  };
}

function voteIn(
  { choices, low, high, ...rules }: NonNullable<TemplateStep['vote']>,
  language: Language
): Partial<AgendaVote> {
  return {
    ...rules,
    ...(choices ? { choices: choices.map((choice) => choice[language]) } : {}),
    ...(low ? { low: low[language] } : {}),
    ...(high ? { high: high[language] } : {})
  };
}
