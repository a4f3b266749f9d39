/** What can be found of a meeting: the texts of its outputs, which hold what its reviewers may read and no more. */
import { kindOf } from '../kinds/registry.ts';
import type { NoteOutput, Outputs, PromptOutput } from '../outputs/outputs.ts';
import { onOneLine } from '../text.ts';

export interface FoundText {
  /** Of the step; '' for what came up besides. */
  prompt: string;
  /** Of the note; '' for what is said of the step itself. */
  note: string;
  /** What it says, the weightiest first, each on a line of its own. */
  lines: readonly string[];
  /** So many of the first ones are what it says; the others tell whose it is: found as well, but behind what says it itself. */
  said: number;
}

/** Unique within a meeting. */
export function keyOf({ prompt, note }: Pick<FoundText, 'prompt' | 'note'>): string {
  return `${prompt} ${note}`;
}

export function foundTexts({ prompts, thoughts }: Outputs): FoundText[] {
  return [
    ...prompts.flatMap((prompt) => [
      { prompt: prompt.id, note: '', ...saying(stepLines(prompt)) },
      ...prompt.notes.map((note) => ({ prompt: prompt.id, note: note.id, ...noteLines(prompt, note) }))
    ]),
    ...thoughts.map(({ text, at }) => ({ prompt: '', note: `parked-${at}`, ...saying([onOneLine(text)]) }))
  ].filter(({ lines }) => lines.length > 0);
}

/** As it is searched in: letters stay what they are, their size does not matter. Line for line as long as what it is made of. */
export function foldText(lines: readonly string[]): string {
  return lines.join('\n').toLocaleLowerCase('sv');
}

function stepLines({ title, instruction, summaries, themes, vote }: PromptOutput): string[] {
  return linesOf([
    title,
    instruction,
    ...Object.values(summaries),
    ...themes.map(({ text }) => text),
    ...(vote?.options ?? []).map(({ text }) => text)
  ]);
}

function noteLines({ kind }: PromptOutput, note: NoteOutput): Pick<FoundText, 'lines' | 'said'> {
  const asked = kindOf(kind)?.fields ?? {};
  const written = Object.entries(note.fields ?? {}).flatMap(([name, text]) => {
    const type = asked[name]?.type ?? 'line';
    return type === 'line' || type === 'lines' ? text : [];
  });
  const { speaker } = note;
  const said = linesOf([note.text, note.explanation, ...written]);
  const lines = linesOf([
    ...said,
    speaker?.name,
    speaker?.title,
    speaker?.organisation,
    note.organisation,
    note.group
  ]);
  return { lines, said: said.length };
}

function saying(lines: readonly string[]): Pick<FoundText, 'lines' | 'said'> {
  return { lines, said: lines.length };
}

/** Each once, on one line. */
function linesOf(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map((text) => onOneLine(text ?? '')).filter(Boolean))];
}
