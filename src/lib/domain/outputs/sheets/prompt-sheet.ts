/** What a step left behind as the rows of a sheet: a vote's alternatives, or one row a note. */
import { kindOf } from '../../kinds/registry.ts';
import type { Field } from '../../kinds/kind.ts';
import type { NoteOutput, PromptOutput, VoteOutput } from '../outputs.ts';
import { localTime } from '../time.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { SheetWording } from './wording.ts';

type Table = Pick<Sheet, 'rows' | 'widths'>;

/** Letters beside what stands in a column. */
const ROOM = 3;

/** A column, and what stands in it for each row. */
interface Column<Row> {
  head: string;
  width: number;
  /** It stays also where nothing is in it. */
  always?: true;
  cell(row: Row): Cell;
}

export function promptTable(prompt: PromptOutput, wording: SheetWording): Table {
  if (prompt.vote) return voteTable(prompt, prompt.vote, wording);
  return prompt.outcome === 'wall' ? wallTable(prompt, wording) : notesTable(prompt, wording);
}

/** The words, the most common one first, each with how often it was meant and, row by row, the cards under it. */
function wallTable(prompt: PromptOutput, wording: SheetWording): Table {
  const notes = new Map(prompt.notes.map((note) => [note.id, note]));
  const rows = prompt.words.flatMap(({ text, count, notes: ids }) =>
    ids.flatMap((id) => {
      const note = notes.get(id);
      return note ? [{ word: text, count, note }] : [];
    })
  );
  type Row = (typeof rows)[number];
  return tableOf<Row>(rows, [
    { head: wording.heads.word, width: 28, always: true, cell: ({ word }) => word },
    { head: wording.heads.count, width: 8, always: true, cell: ({ count }) => count },
    { head: wording.columns.text, width: 40, always: true, cell: ({ note }) => note.text },
    { head: wording.columns.explanation, width: 40, cell: ({ note }) => note.explanation ?? null },
    ...noteColumns<Row>(wording, ({ note }) => note)
  ]);
}

function notesTable(prompt: PromptOutput, wording: SheetWording): Table {
  const kind = kindOf(prompt.kind);
  const fields = Object.entries(kind?.outcome === 'quotes' ? {} : (kind?.fields ?? {}));
  const rows = [
    ...prompt.notes.map((note) => ({ note, text: note.text })),
    ...prompt.uncited.map((note) => ({ note, text: wording.counted }))
  ];
  type Row = (typeof rows)[number];
  return tableOf(rows, [
    { head: wording.columns.text, width: 60, always: true, cell: ({ text }: Row) => text },
    ...fields
      .filter(([name]) => name !== kind?.main)
      .map(([name, field]): Column<Row> => ({
        head: wording.field(prompt.kind, name),
        width: field.type === 'lines' ? 40 : 24,
        cell: ({ note }) => fieldCell(prompt.kind, name, field, note, wording)
      })),
    { head: wording.columns.theme, width: 24, cell: ({ note }) => note.theme ?? null },
    { head: wording.columns.speaker, width: 30, cell: ({ note }) => speakerCell(note) },
    {
      head: wording.heads.mark,
      width: 14,
      cell: ({ note }) => (note.mark ? wording.mark(note.mark) : null)
    },
    ...noteColumns<Row>(wording, ({ note }) => note)
  ]);
}

function fieldCell(
  kind: string,
  name: string,
  field: Field,
  { fields, explanation }: NoteOutput,
  wording: SheetWording
): Cell {
  const value = fields?.[name] ?? (name === 'explanation' ? explanation : undefined);
  if (!value) return null;
  switch (field.type) {
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : value;
    case 'years':
      // A single year can be reckoned with, a span cannot.
      return /^\d{1,4}$/.test(value) ? Number(value) : value;
    case 'day':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? { day: value } : value;
    case 'choice':
      return wording.choice(kind, name, value);
    default:
      return value;
  }
}

function speakerCell({ speaker }: NoteOutput): Cell {
  return [speaker?.name, speaker?.title].filter(Boolean).join(', ') || null;
}

/** What is the same of all notes. */
function noteColumns<Row>(wording: SheetWording, noteOf: (row: Row) => NoteOutput): Column<Row>[] {
  return [
    {
      head: wording.columns.organisation,
      width: 30,
      cell: (row) => noteOf(row).organisation ?? noteOf(row).speaker?.organisation ?? null
    },
    { head: wording.columns.group, width: 18, cell: (row) => noteOf(row).group ?? null },
    {
      head: wording.columns.time,
      width: 18,
      cell: (row) => ({ time: localTime(noteOf(row).at, wording.timeZone) })
    }
  ];
}

function voteTable(prompt: PromptOutput, vote: VoteOutput, wording: SheetWording): Table {
  const { scale } = vote;
  if (!scale) {
    const score = wording.score(prompt.kind);
    const counts = [
      { head: wording.heads.place, width: 8, always: true as const, cell: placeOf },
      { head: score, width: 12, always: true as const, cell: ({ score }: Scored) => score },
      {
        head: wording.columns.people,
        width: 12,
        always: true as const,
        cell: ({ people }: Scored) => people
      }
    ];
    // A choice counts people already.
    const once = counts.filter(({ head }, at) => counts.findIndex((one) => one.head === head) === at);
    return tableOf(vote.options, [
      { head: wording.heads.option, width: 50, always: true, cell: ({ text }: Scored) => text },
      ...once
    ]);
  }
  const table = tableOf(
    scale.counts.map((count, number) => ({ count, number })),
    [
      { head: wording.heads.number, width: 24, always: true, cell: ({ number }) => number },
      { head: wording.heads.answers, width: 14, always: true, cell: ({ count }) => count }
    ]
  );
  const ends: Cell[][] = [
    [0, vote.low],
    [scale.counts.length - 1, vote.high]
  ];
  const spread = (['mean', 'low', 'median', 'high'] as const).map((name): Cell[] => [
    { bold: wording.spread[name] },
    Math.round(scale[name] * 100) / 100
  ]);
  return {
    widths: table.widths,
    rows: [...table.rows, [], ...spread, [], ...ends.filter(([, end]) => end)]
  };
}

type Scored = VoteOutput['options'][number];

function placeOf({ place }: Scored): Cell {
  return place;
}

/** Columns in which nothing stands are left out. */
function tableOf<Row>(all: readonly Row[], columns: readonly Column<Row>[]): Table {
  const cells = columns.map(({ cell }) => all.map(cell));
  const shown = columns.flatMap(({ always }, at) =>
    always || cells[at]!.some((one) => one !== null) ? [at] : []
  );
  return {
    widths: shown.map((at) => widthOf(columns[at]!, cells[at]!)),
    rows: [
      shown.map((at) => columns[at]!.head),
      ...all.map((_, row) => shown.map((at) => cells[at]![row] ?? null))
    ]
  };
}

/** No wider than what stands in it, and no wider than the column may be: longer texts are broken into lines. */
function widthOf({ head, width }: Pick<Column<never>, 'head' | 'width'>, cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => Math.max(most, lengthOf(cell)), head.length);
  return Math.min(width, longest + ROOM);
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'number') return String(cell).length;
  if (typeof cell === 'string') return cell.length;
  return 'bold' in cell ? cell.bold.length : 'day' in cell ? cell.day.length : cell.time.length;
}
