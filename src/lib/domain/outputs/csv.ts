/** The table for spreadsheets: one row per note, alternative of a vote or number of a scale. Opens right in Excel with a double click. */
import { COLUMNS } from './wording.ts';
import type { Column, Wording } from './wording.ts';
import type { NoteOutput, Outputs, PromptOutput } from './outputs.ts';
import { localTime } from './time.ts';

/** Without it Excel reads the bytes as Windows-1252, and å ä ö turn into Ã¥ Ã¤ Ã¶. */
const BOM = '\uFEFF';
/** What Excel expects in a country where the comma is the decimal sign, and where it is not. */
const SEPARATOR = { sv: ';', en: ',' } as const;
/**
 * A text that starts so is run as a formula; the full-width signs too, in some editions of Excel, and some programs look past spaces
 * and quotation marks in front.
 */
const FORMULA = /^(?:[\s"'\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The notes of a meeting as CSV. */
export function toCsv(outputs: Outputs, wording: Wording, timeZone: string): string {
  return csvOf([{ outputs, wording }], wording, timeZone);
}

/** The notes of several meetings as one table. */
export function csvOf(
  meetings: readonly { outputs: Outputs; wording: Wording }[],
  { locale, columns }: Pick<Wording, 'locale' | 'columns'>,
  timeZone: string
): string {
  const separator = SEPARATOR[locale];
  const rows = meetings.flatMap(({ outputs, wording }) =>
    outputs.prompts.flatMap((prompt) => {
      const words = new Map(prompt.words.flatMap(({ text, notes }) => notes.map((id) => [id, text])));
      return [
        ...prompt.notes.map((note) =>
          noteCells(outputs, prompt, { ...note, theme: note.theme ?? words.get(note.id) }, wording, timeZone)
        ),
        ...voteCells(outputs, prompt, wording, timeZone)
      ].map((cells) => COLUMNS.map((column) => cells[column]));
    })
  );
  const lines = [COLUMNS.map((column) => columns[column]), ...rows];
  return BOM + lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}

/** A number is ours, and stays one: -5 is no formula. */
type Cells = Record<Column, string | number>;

/** What is the same of all rows of a prompt; all else empty. */
function promptCells({ meeting }: Outputs, prompt: PromptOutput, wording: Wording): Cells {
  const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Cells;
  return {
    ...empty,
    meeting: `${wording.meeting(meeting.number)}: ${meeting.title}`,
    number: prompt.number,
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
    theme: note.theme ?? '',
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
    votes: score,
    people
  }));
}

/** Quoted wherever either separator is in it, so that a program that guesses the other one still sees one cell. */
function cell(text: string | number): string {
  if (typeof text === 'number') return String(text);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
