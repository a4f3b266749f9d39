/** The file for programs and archives. Its names are part of the product: a change of meaning raises the version. */
import { instant } from './time.ts';
import type { NoteOutput, Outputs, PromptOutput, VoteOutput } from './outputs.ts';

export const JSON_FORMAT = 'ordvagg-meeting';
export const JSON_VERSION = 1;

/** The outputs as JSON, indented. Names in English in every language; instants in UTC; absent = null. */
export function toJson({ meeting, prompts, thoughts }: Outputs): string {
  const { project, openedAt, finishedAt, ...facts } = meeting;
  const file = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    project,
    meeting: { ...facts, openedAt: instant(openedAt), finishedAt: instant(finishedAt) },
    prompts: prompts.map(jsonPrompt),
    thoughts: thoughts.map(({ text, done, at }) => ({ text, done, at: instant(at) }))
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function jsonPrompt(prompt: PromptOutput) {
  return {
    ...prompt,
    openedAt: instant(prompt.openedAt),
    closedAt: instant(prompt.closedAt),
    notes: prompt.notes.map(jsonNote),
    uncited: prompt.uncited.map(jsonNote),
    vote: prompt.vote ? jsonVote(prompt.vote) : null
  };
}

function jsonNote({ id, text, at, ...note }: NoteOutput) {
  const { explanation, fields, speaker, organisation, theme, group, mark } = note;
  return {
    id,
    text,
    explanation: explanation ?? null,
    fields: fields ?? null,
    speaker: speaker ?? null,
    organisation: organisation ?? null,
    theme: theme ?? null,
    group: group ?? null,
    mark: mark ?? null,
    at: instant(at)
  };
}

function jsonVote({ options, scale, ...vote }: VoteOutput) {
  return {
    ...vote,
    options: options.map(({ id, text, place, score, people }) => ({ id, text, place, score, people })),
    scale: scale ?? null
  };
}
