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
/** A whole number, kept as its digits. */
export interface NumberField {
  type: 'number';
  least: number;
  most: number;
  when?: TextField['when'];
}
/** A year or a span of years, kept as "1969" or "1850-1930" (`years.ts`). */
export interface YearsField {
  type: 'years';
  when?: TextField['when'];
}
/** A day, kept as 2027-01-31, or none. */
export interface DayField {
  type: 'day';
  when?: TextField['when'];
}
export type Field = TextField | ChoiceField | NumberField | YearsField | DayField;

/** A note's content: field name to text. Absent optional fields are left out. */
export type Fields = Record<string, string>;

/** What the room's answers become. `notes` is what a kind has that says nothing else; of one that no screen knows there are slips. */
export type Outcome =
  | 'wall'
  | 'quotes'
  | 'notes'
  | 'timeline'
  | 'perspectives'
  | 'actors'
  | 'cases'
  | 'definitions'
  | 'commitments'
  | 'result'
  | 'pause'
  // Of kinds that bring a view of their own; the names above are still offered.
  | (string & {});

/** What a kind and its fields are called in one language. */
export interface OwnWords {
  kind: string;
  /** One answer of it. */
  note: string;
  /** "1 önskan", "{count} önskningar". */
  one: string;
  many: string;
  fields?: Readonly<Record<string, string>>;
  /** Of a choice: by field, then by value. */
  choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Kind {
  readonly name: string;
  /** What phones send while it is open. */
  readonly takes: 'notes' | 'ballots' | 'nothing';
  readonly fields: Readonly<Record<string, Field>>;
  /** The field that the note is known by: on the wall, in lists, in exports. */
  readonly main: string;
  /** How the projector and the review show what came in. */
  readonly outcome: Outcome;
  /** Of a kind that is tried out: then it is one file. The words of those that stay are messages (`i18n/kind-words.ts`). */
  readonly words?: Readonly<Record<'sv' | 'en', OwnWords>>;
  /** Notes that mean the same are laid together, compared as words or as sentences. Absent: each stands for itself. */
  readonly clusters?: 'words' | 'sentences';
  /** A note may tell of organisations other than its author's: a column of names in a sheet is then not who sent it. */
  readonly namesOthers?: true;
  /** What has become of each note is followed afterwards. */
  readonly marks?: true;
  /** The strictest pledge that the content itself makes, e.g. a quote said anonymously. */
  pledge?(fields: Fields): Pledge;
  /** Whose words a note is: then the author, or the author's organisation, stands under it where it is shown. */
  speaks?(fields: Fields): 'author' | 'organisation' | 'other';
  /** What of it may be printed, and how much of who spoke: the author's consent. */
  print?(fields: Fields): { fields: Fields; pledge: Pledge };
}

/** What is wrong with a field, and with which limit. */
export interface FieldFault {
  code:
    | 'text-empty'
    | 'text-too-long'
    | 'field-unknown'
    | 'choice-unknown'
    | 'number-outside'
    | 'years-unreadable'
    | 'years-backwards'
    | 'years-outside'
    | 'day-unreadable';
  field: string;
  /** Characters, or the highest number. */
  limit?: number;
  /** The lowest number. */
  least?: number;
}
