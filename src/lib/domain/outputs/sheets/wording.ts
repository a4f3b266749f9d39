/** The words that workbooks and the tables of whole projects are written with, in the reader's language. Made by the routes. */
import type { Wording } from '../wording.ts';

/** Heads of columns that no other file has. */
export const HEADS = [
  'sheet',
  'answers',
  'word',
  'count',
  'option',
  'place',
  'number',
  'mark',
  'about',
  'done'
] as const;
export type Head = (typeof HEADS)[number];

export interface SheetWording extends Wording {
  timeZone: string;
  heads: Readonly<Record<Head, string>>;
  /** What the sheets are called that hold no step: of a meeting, of a project, of what came up besides, of what leaders wrote. */
  sheets: Readonly<Record<'meeting' | 'project' | 'parked' | 'summaries', string>>;
  /** What a kind's field is called, and a value that was chosen in one. */
  field(kind: string, field: string): string;
  choice(kind: string, field: string, value: string): string;
  /** What has become of a commitment. */
  mark(mark: string): string;
  /** What counts the votes of that kind: dots, points, people. */
  score(kind: string): string;
  /** The mean and the middle of a scale, with the half around it. */
  spread: Readonly<Record<'mean' | 'low' | 'median' | 'high', string>>;
  /** Instead of the text of an answer that is counted and not quoted. */
  counted: string;
}
