/**
 * A report before it is a file: headings, texts, tables and pictures, in the order in which they are read. Made from outputs
 * (a meeting) or from what an editor wrote (the documentation); HTML, Markdown, DOCX and PDF are made from this and from nothing else.
 */
import type { MeetingId, NoteId, PromptId } from '../meeting/ids.ts';
import type { Scene } from '../wall/drawing/scene.ts';

export interface Report {
  title: string;
  /** Under the title: e.g. the question, when and where. */
  subtitle?: string;
  /** A printed one begins with a page of its own, which says besides who had invited and on which day it was made. */
  cover?: { host: string; day: string };
  /** Of the file's own words and of most of its text: a BCP 47 tag. */
  language: 'sv' | 'en';
  /** Milliseconds since 1970: when it was made. */
  at: number;
  blocks: readonly Block[];
}

/** What something stands on: the cards behind it. Of a picture or a table that is all of a step: no notes. */
export interface Origin {
  meeting: MeetingId;
  prompt: PromptId;
  notes: readonly NoteId[];
}

/** A piece of text in one hand; '\n' is a line break. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** An address: http, https or mailto alone. */
  link?: string;
  origin?: Origin;
}

export type Block = Heading | Paragraph | List | Quote | Cited | Table | Figure | Columns | Break;

interface Based {
  origin?: Origin;
}

export interface Heading extends Based {
  kind: 'heading';
  /** 1: a chapter; the report's title stands above all. */
  level: 1 | 2 | 3;
  text: readonly Run[];
  /** So that it can be linked to; unique within a report. */
  id?: string;
}

export interface Paragraph extends Based {
  kind: 'paragraph';
  /** 'lead': what a chapter begins with. 'quiet': facts beside the text. */
  tone?: 'lead' | 'quiet';
  runs: readonly Run[];
}

export interface List extends Based {
  kind: 'list';
  ordered: boolean;
  items: readonly (readonly Block[])[];
}

/** What a participant said, hand-lettered; `speaker` is the line under it, e.g. "Deltagare, Region Norrskog". */
export interface Quote extends Based {
  kind: 'quote';
  text: string;
  speaker: string;
}

/** What an editor set apart. */
export interface Cited extends Based {
  kind: 'cited';
  blocks: readonly Block[];
}

export interface Cell {
  runs: readonly Run[];
  /** Numbers stand to the right. */
  align?: 'right';
  /** Names its row. */
  head?: boolean;
}

export interface Table extends Based {
  kind: 'table';
  caption?: string;
  /** Of those with a caption, where a file counts them. */
  number?: number;
  head: readonly Cell[];
  /** Each as long as the head. */
  rows: readonly (readonly Cell[])[];
}

export interface Figure extends Based {
  kind: 'figure';
  scene: Scene;
  /** What it shows, for whoever does not see it. */
  alt: string;
  caption?: string;
  /** Of those with a caption, where a file counts them. */
  number?: number;
  /** Wants a double page: the word wall. */
  spread?: boolean;
  /** What its texts with an `id` stand on. */
  origins?: Readonly<Record<string, Origin>>;
}

/** Side by side where there is room, else one below the other: cases, themes. */
export interface Columns extends Based {
  kind: 'columns';
  columns: readonly (readonly Block[])[];
}

/** What follows begins a new page. */
export interface Break {
  kind: 'break';
}
