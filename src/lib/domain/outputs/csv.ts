/** The table for spreadsheets: one row per note, alternative of a vote or number of a scale. Opens right in Excel with a double click. */
import { COLUMNS } from './wording.ts';
import type { Column, Wording } from './wording.ts';
import type { NoteOutput, Outputs, PromptOutput } from './outputs.ts';
import { localTime } from './time.ts';

/** Without it Excel reads the bytes as Windows-1252, and å ä ö turn into Ã¥ Ã¤ Ã¶. */
const BOM = '\uFEFF';
/** What Excel expects in a country where the comma is the decimal sign, and where it is not. */
const SEPARATOR = { sv: ';', en: ',' } as const;
/** A cell that starts so is run as a formula; the full-width signs too, in some editions of Excel. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** The notes of a meeting as CSV. */
export function toCsv(outputs: Outputs, wording: Wording, timeZone: string): string {
  const separator = SEPARATOR[wording.locale];
  const rows = outputs.prompts
    .flatMap((prompt) => [
      ...prompt.notes.map((note) => noteCells(outputs, prompt, note, wording, timeZone)),
      ...voteCells(outputs, prompt, wording, timeZone)
    ])
    .map((cells) => COLUMNS.map((column) => cells[column]));
  const lines = [COLUMNS.map((column) => wording.columns[column]), ...rows];
  return BOM + lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}

type Cells = Record<Column, string>;

/** What is the same of all rows of a prompt; all else empty. */
function promptCells({ meeting }: Outputs, prompt: PromptOutput, wording: Wording): Cells {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells;
  return {
    ...empty,
    meeting: `${wording.meeting(meeting.number)}: ${meeting.title}`,
    number: String(prompt.number),
    prompt: prompt.title,
    kind: wording.note(prompt.kind)
  };
}

function noteCells(
  outputs: Outputs,
  prompt: PromptOutput,
  note: NoteOutput,
  wording: Wording,
  timeZone: string
): Cells {
  const { name = '', title = '' } = note.speaker ?? {};
  return {
    ...promptCells(outputs, prompt, wording),
    text: note.text,
    explanation: wording.more(prompt.kind, note).join('\n'),
    theme: note.theme ?? prompt.words.find(({ notes }) => notes.includes(note.id))?.text ?? '',
    speaker: [name, title].filter(Boolean).join(', '),
    organisation: note.organisation ?? '',
    group: note.group ?? '',
    time: localTime(note.at, timeZone)
  };
}

/** Of a scale a row for each number, and how many gave it. */
function voteCells(outputs: Outputs, prompt: PromptOutput, wording: Wording, timeZone: string): Cells[] {
  const { vote, closedAt } = prompt;
  if (!vote) return [];
  const rows = vote.scale
    ? vote.scale.counts.map((count, number) => ({ text: String(number), score: count, people: count }))
    : vote.options;
  return rows.map(({ text, score, people }) => ({
    ...promptCells(outputs, prompt, wording),
    text,
    time: closedAt === undefined ? '' : localTime(closedAt, timeZone),
    votes: String(score),
    people: String(people)
  }));
}

/** Quoted wherever either separator is in it, so that a program that guesses the other one still sees one cell. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
