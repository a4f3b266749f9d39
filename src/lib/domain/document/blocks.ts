/** The blocks of a report, said shortly. */
import type { Block, Cell, Columns, Heading, List, Origin, Paragraph, Run } from './document.ts';

export function run(text: string, more: Omit<Run, 'text'> = {}): Run {
  return { text, ...more };
}

/** The words alone. */
export function plainText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

export function heading(
  level: Heading['level'],
  text: string,
  more: { id?: string; origin?: Origin } = {}
): Heading {
  const { id, origin } = more;
  return { kind: 'heading', level, text: [run(text, origin && { origin })], ...(id ? { id } : {}) };
}

export function paragraph(text: string | readonly Run[], tone?: Paragraph['tone']): Paragraph {
  const runs = typeof text === 'string' ? [run(text)] : text;
  return { kind: 'paragraph', runs, ...(tone ? { tone } : {}) };
}

/** None where there is nothing to say. */
export function paragraphs(text: string, tone?: Paragraph['tone']): Paragraph[] {
  return text.trim() ? [paragraph(text, tone)] : [];
}

export function list(items: List['items']): List {
  return { kind: 'list', ordered: false, items };
}

export function cell(text: string | readonly Run[], more: Omit<Cell, 'runs'> = {}): Cell {
  return { runs: typeof text === 'string' ? [run(text)] : text, ...more };
}

/** Beside each other, at most so many in a row and as many in each as can be. */
export function inColumns(all: readonly (readonly Block[])[], most: number): Columns[] {
  return inParts(all, Math.ceil(all.length / most)).map((columns): Columns => ({ kind: 'columns', columns }));
}

/** As equal as can be, in their order. */
export function inParts<T>(all: readonly T[], count: number): T[][] {
  const from = (part: number) => Math.ceil((all.length * part) / count);
  return Array.from({ length: count }, (_, part) => all.slice(from(part), from(part + 1)));
}
