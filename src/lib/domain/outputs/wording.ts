/** The words that files are written with, in the reader's language. Made by the routes, from the messages. */
import type { ReportWording } from '../document/wording.ts';
import type { NoteOutput, PromptOutput, Outputs } from './outputs.ts';

export interface Wording {
  locale: 'sv' | 'en';
  /** Headers of the table, in its order. */
  columns: Readonly<Record<Column, string>>;
  /** Names of the facts in the text file. */
  facts: Readonly<Record<'project' | 'question' | 'when' | 'where' | 'who', string>>;
  /** E.g. "Träff 2". */
  meeting(number: number): string;
  /** E.g. "torsdag 15 april 2027, 09.30–15.00"; empty where nothing is known. */
  when(meeting: Outputs['meeting']): string;
  /** E.g. "44 deltagare från 20 organisationer". */
  who(meeting: Outputs['meeting']): string;
  /** A kind of organisation, e.g. "Regioner". */
  organisations(kind: string): string;
  /** One note of that prompt kind, e.g. "Rollkort". */
  note(kind: string): string;
  /** What a note says besides its text, a line for each field, e.g. "År: 1969". */
  more(kind: string, note: NoteOutput): readonly string[];
  /** When a prompt was open and what came of it, e.g. "Rollkort, 09.51–10.11. 120 kort från 43 deltagare." */
  prompt(prompt: PromptOutput): string;
  /** Under a quote without a name. */
  nobody: string;
  /** Before what each group answered, where that stands besides the whole. */
  byGroup: string;
  /** Over sticky notes that lie in no theme, where others do. */
  noTheme: string;
  /** How a vote's result is to be read, as sentences; empty where its numbers say it. */
  reading(prompt: PromptOutput): string;
  /** Over notes that are no group's, where others are. */
  noGroup: string;
  /** Over what came up besides, and behind what of it has been taken care of. */
  parked: string;
  done: string;
  /** How many answers are counted and not quoted. */
  uncited(count: number): string;
  /** Over what leaders have written beside the answers. */
  summary: string;
  /** Where a prompt has no notes to show. */
  nothing(prompt: PromptOutput): string;
  /** What reports say besides. */
  report: ReportWording;
}

export const COLUMNS = [
  'meeting',
  'number',
  'prompt',
  'kind',
  'text',
  'explanation',
  'theme',
  'speaker',
  'organisation',
  'group',
  'time',
  'votes',
  'people'
] as const;
export type Column = (typeof COLUMNS)[number];
