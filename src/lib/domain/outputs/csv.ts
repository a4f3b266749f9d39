/** The table for spreadsheets: one row per note. Opens right in Excel with a double click. */
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
  const rows = outputs.prompts.flatMap((prompt) =>
    prompt.notes.map((note) => {
      const cells = cellsOf(outputs, prompt, note, wording, timeZone);
      return COLUMNS.map((column) => cells[column]);
    })
  );
  const lines = [COLUMNS.map((column) => wording.columns[column]), ...rows];
  return BOM + lines.map((cells) => `${cells.map(cell).join(separator)}\r\n`).join('');
}

function cellsOf(
  { meeting }: Outputs,
  prompt: PromptOutput,
  note: NoteOutput,
  wording: Wording,
  timeZone: string
): Record<Column, string> {
  const { name = '', title = '' } = note.speaker ?? {};
  return {
    meeting: `${wording.meeting(meeting.number)}: ${meeting.title}`,
    number: String(prompt.number),
    prompt: prompt.title,
    kind: wording.note(prompt.kind),
    text: note.text,
    explanation: note.explanation ?? '',
    theme: note.theme ?? '',
    speaker: [name, title].filter(Boolean).join(', '),
    organisation: note.organisation ?? '',
    group: note.group ?? '',
    time: localTime(note.at, timeZone)
  };
}

/** Quoted wherever either separator is in it, so that a program that guesses the other one still sees one cell. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
