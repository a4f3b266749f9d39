/** The blocks of a report as Word's paragraphs and tables. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx';
import type { IParagraphOptions, ITableCellOptions, ParagraphChild } from 'docx';
import type {
  Block,
  Cell,
  Columns,
  Figure,
  Heading,
  List,
  Run,
  Table as ReportTable
} from '../../../src/lib/domain/document/document.ts';
import { plainText } from '../../../src/lib/domain/document/blocks.ts';
import { addressOf } from '../address.ts';
import { columnWidths } from '../column-widths.ts';
import { INKS } from '../inks.ts';
import { leadsUp } from '../lead-up.ts';
import { weightOf } from '../weight.ts';
import { WORDS } from '../words.ts';
import { pictureOf } from './picture.ts';
import { DEEPEST, indentAt, LIST, STYLE } from './styles.ts';

export type Child = Paragraph | Table;

/** What is counted through a whole document. */
export interface Writing {
  language: 'sv' | 'en';
  lists: number;
}

/** Where a block stands. */
export interface Spot {
  /** Px that there are. */
  room: { width: number; height: number };
  /** Within how many lists. */
  level: number;
  /** Of a list's item: the first of its paragraphs has the number. */
  item?: { reference: string; instance: number; begun: boolean };
  /** Set apart. */
  cited?: boolean;
  /** It stands on the page of what follows it. */
  holds?: boolean;
}

/** A column of so many blocks is no column any longer: such stand one below the other. */
const LONG_COLUMN = 40;
/** And columns of so few stand on one page. */
const WHOLE_COLUMN = 8;
const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3
} as const;
/** Px: what a letter takes, and the room between columns. */
const LETTER = 6.6;
const PAD = 14;
/** A bold letter is as much wider. */
const BOLD = 1.12;
/** Rows of a table that is not torn apart. */
const SHORT_TABLE = 12;
const LONGEST_WORD = 24;
const LONGEST_LINE = 80;
/** Word's unit, to a px. */
const TWIPS = 15;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE
} as const;

/** Yields what it has made piece by piece: a list of thousands is long. */
export function* written(block: Block, writing: Writing, spot: Spot): Generator<Child> {
  switch (block.kind) {
    case 'heading':
      return yield new Paragraph({ heading: HEADINGS[block.level], children: headed(block) });
    case 'paragraph':
      if (!block.runs.some(({ text }) => text.trim())) return;
      return yield new Paragraph({
        ...placed(spot, block.tone && STYLE[block.tone]),
        ...(spot.holds ? { keepNext: true } : {}),
        children: textOf(block.runs)
      });
    case 'list':
      return yield* listed(block, writing, spot);
    case 'quote':
      yield new Paragraph({ style: STYLE.quote, keepNext: !!block.speaker, children: textOf([block]) });
      if (block.speaker)
        yield new Paragraph({ style: STYLE.speaker, children: textOf([{ text: block.speaker }]) });
      return;
    case 'cited':
      for (const one of block.blocks) yield* written(one, writing, { ...spot, cited: true });
      return;
    case 'table':
      return yield* tabled(block, writing, spot);
    case 'figure':
      return yield* drawn(block, writing, spot.room);
    case 'columns':
      return yield* columned(block, writing, spot);
    case 'break':
      if (spot.level === 0) yield new Paragraph({ pageBreakBefore: true, children: [] });
  }
}

export function* drawn(figure: Figure, writing: Writing, room: Spot['room']): Generator<Child> {
  const { caption } = figure;
  yield new Paragraph({
    style: STYLE.figure,
    keepNext: !!caption,
    ...(caption ? {} : { spacing: { after: 200 } }),
    children: [pictureOf(figure, writing.language, room)]
  });
  if (caption) yield captioned(figure, writing);
}

/** What XML cannot write is left out. */
// eslint-disable-next-line no-control-regex -- control characters are what this takes out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

export function textOf(runs: readonly Run[]): ParagraphChild[] {
  return runs
    .map(({ text, bold, italic, link }) => {
      const address = link && addressOf(link);
      const pieces = text
        .replace(UNWRITABLE, '')
        .split('\n')
        .map(
          (piece, at) =>
            new TextRun({
              text: piece,
              ...(at > 0 ? { break: 1 } : {}),
              ...(bold ? { bold } : {}),
              ...(italic ? { italics: true } : {}),
              ...(address ? { style: 'Hyperlink' } : {})
            })
        );
      return address ? [new ExternalHyperlink({ link: address, children: pieces })] : pieces;
    })
    .flat();
}

function headed({ text, id }: Heading): ParagraphChild[] {
  const children = textOf(text);
  return id ? [new Bookmark({ id: bookmarkOf(id), children })] : children;
}

/** Word takes letters, digits and underscores, forty at most, and a letter first. */
export function bookmarkOf(id: string): string {
  return `h_${id.replace(/[^\p{L}\p{N}]/gu, '_')}`.slice(0, 40);
}

function placed(spot: Spot, style: string | undefined): Partial<IParagraphOptions> {
  const { item, level, cited } = spot;
  const own = cited ? STYLE.cited : style;
  const styled = own ? { style: own } : {};
  if (!item) return styled;
  if (item.begun) return { ...styled, indent: { left: indentAt(level - 1) } };
  item.begun = true;
  const { reference, instance } = item;
  return {
    ...styled,
    numbering: { reference, instance, level: level - 1 },
    contextualSpacing: true
  };
}

function* listed({ ordered, items }: List, writing: Writing, spot: Spot): Generator<Child> {
  const instance = ++writing.lists;
  const level = Math.min(DEEPEST + 1, spot.level + 1);
  for (const blocks of items) {
    const item = { reference: ordered ? LIST.numbers : LIST.bullets, instance, begun: false };
    for (const block of blocks) yield* written(block, writing, { ...spot, level, item });
  }
}

function* tabled(table: ReportTable, writing: Writing, { room }: Spot): Generator<Child> {
  const { caption, head, rows } = table;
  if (caption) yield captioned(table, writing, true);
  const named = head.some(({ runs }) => runs.some(({ text }) => text));
  const ink = { style: BorderStyle.SINGLE, size: 6, color: INKS.ink.slice(1) };
  const hairline = { style: BorderStyle.SINGLE, size: 4, color: INKS.line.slice(1) };
  yield new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, bottom: hairline, insideHorizontal: hairline },
    columnWidths: widthsOf(table, room.width).map((width) => Math.floor(width * TWIPS)),
    tableLook: { firstRow: named, firstColumn: rows.some((row) => row[0]?.head) },
    rows: [
      ...(named
        ? [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: head.map((cell) => celled(cell, STYLE.columnHead, { borders: { bottom: ink } }))
            })
          ]
        : []),
      ...rows.map((row, at) => {
        const keepNext = rows.length <= SHORT_TABLE && at < rows.length - 1;
        return new TableRow({
          cantSplit: true,
          children: row.map((cell) => celled(cell, STYLE.cell, {}, keepNext))
        });
      })
    ]
  });
  yield gap();
}

/** What follows a table at once would be one table with it. */
function gap(): Paragraph {
  return new Paragraph({
    style: STYLE.quiet,
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    children: []
  });
}

/** By the letters in each column: their true widths are the program's that shows them. */
function widthsOf({ head, rows }: ReportTable, room: number): number[] {
  const lengths = head.map((title, column) =>
    [title, ...rows.map((row) => row[column]!)].map(({ runs, head: names }) => {
      const text = plainText(runs);
      const broad = names || runs.some(({ bold }) => bold) ? BOLD : 1;
      const longest = (pieces: string[]) => Math.max(...pieces.map((piece) => piece.length)) * broad;
      return [longest(text.split(/[\s\u00ad]+/u)), longest(text.split('\n'))] as const;
    })
  );
  const widest = (of: 0 | 1, most: number) =>
    lengths.map(
      (cells) =>
        cells.reduce((width, lengths) => Math.max(width, Math.min(most, lengths[of])), 3) * LETTER + PAD
    );
  return columnWidths(widest(0, LONGEST_WORD), widest(1, LONGEST_LINE), room);
}

function celled(
  { runs, align, head }: Cell,
  style: string,
  more: Partial<ITableCellOptions> = {},
  keepNext = false
): TableCell {
  // Where a part of a name is strong already, the rest is what is told of it.
  const bold = head && !runs.some((run) => run.bold) ? runs.map((run) => ({ ...run, bold: true })) : runs;
  return new TableCell({
    ...more,
    margins: { left: 0, right: 160 },
    children: [
      new Paragraph({
        style,
        ...(keepNext ? { keepNext } : {}),
        ...(align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
        children: textOf(bold)
      })
    ]
  });
}

/** "Figur 1. Ordväggen …": Word counts them itself, and makes lists of them. */
function captioned(
  { kind, caption = '', number = 0 }: Figure | ReportTable,
  { language }: Writing,
  keepNext = false
): Paragraph {
  const label = WORDS[language][kind];
  return new Paragraph({
    style: STYLE.caption,
    keepNext,
    children: [
      new TextRun(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)),
      ...textOf([{ text: `. ${caption}` }])
    ]
  });
}

/** A table without lines; whoever reads it with another program gets one column after the other. */
function* columned({ columns }: Columns, writing: Writing, spot: Spot): Generator<Child> {
  if (spot.level > 0 || columns.length > 4 || columns.some((blocks) => blocks.length > LONG_COLUMN)) {
    for (const blocks of columns) for (const block of blocks) yield* written(block, writing, spot);
    return;
  }
  const width = spot.room.width / columns.length - 16;
  const inner = { ...spot, level: 0, room: { ...spot.room, width } };
  yield new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    tableLook: { firstRow: false, firstColumn: false },
    rows: [
      new TableRow({
        cantSplit: columns.every((blocks) => weightOf(blocks) <= WHOLE_COLUMN),
        children: columns.map(
          (blocks) =>
            new TableCell({
              margins: { left: 0, right: 240 },
              children: blocks.flatMap((block, at) => [
                ...written(block, writing, { ...inner, holds: leadsUp(blocks, at) })
              ])
            })
        )
      })
    ]
  });
  yield gap();
}
