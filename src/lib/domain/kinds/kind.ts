/**
 * A prompt kind: what a participant may write, within which limits, and what becomes of it.
 * One file per kind; `registry.ts` lists them. A kind is data plus small pure functions, nothing that draws.
 */
import type { Pledge } from '../meeting/pledge.ts';

/** A field of a note. Lengths are code points after cleaning. */
export interface TextField {
  type: 'line' | 'lines';
  min: number;
  max: number;
  /** Only asked for when another field has one of these values, e.g. the name of somebody else who said it. */
  when?: { field: string; is: readonly string[] };
}
export interface ChoiceField {
  type: 'choice';
  options: readonly string[];
  when?: TextField['when'];
  /** What holds where nothing was chosen; absent: one must choose. */
  fallback?: string;
}
export type Field = TextField | ChoiceField;

/** A note's content: field name to text. Absent optional fields are left out. */
export type Fields = Record<string, string>;

export interface Kind {
  readonly name: string;
  /** What phones send while it is open. */
  readonly takes: 'notes' | 'ballots' | 'nothing';
  readonly fields: Readonly<Record<string, Field>>;
  /** The field that the note is known by: on the wall, in lists, in exports. */
  readonly main: string;
  /** How the projector and the review show what came in. */
  readonly outcome: 'wall' | 'quotes' | 'notes' | 'result' | 'pause';
  /** Notes that mean the same are laid together, compared as words or as sentences. Absent: each stands for itself. */
  readonly clusters?: 'words' | 'sentences';
  /** The strictest pledge that the content itself makes, e.g. a quote said anonymously. */
  pledge?(fields: Fields): Pledge;
  /** Whose words a note is: then the author, or the author's organisation, stands under it where it is shown. */
  speaks?(fields: Fields): 'author' | 'organisation' | 'other';
  /** What of it may be printed, and how much of who spoke: the author's consent. */
  print?(fields: Fields): { fields: Fields; pledge: Pledge };
}

/** What is wrong with a field, and with which limit. */
export interface FieldFault {
  code: 'text-empty' | 'text-too-long' | 'field-unknown' | 'choice-unknown';
  field: string;
  limit?: number;
}
