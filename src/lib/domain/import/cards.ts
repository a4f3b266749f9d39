/** Rows of cells as the cards that may come of them: what each holds, and what speaks against bringing it in. */
import { checkFields } from '../kinds/fields.ts';
import type { FieldFault, Fields, Kind } from '../kinds/kind.ts';
import { foldKey } from '../text.ts';
import { cellAs } from './cell.ts';
import type { Names } from './cell.ts';
import { isOrganisationTitle, organisationColumn, originOf } from './organisations.ts';
import type { Place, Places } from './organisations.ts';
import type { Row } from './table.ts';

/** Which column holds what; a field without a column stays empty. */
export type Columns = Readonly<Record<string, number | undefined>>;

/** What speaks against it: nothing that could be brought in, or a double, which a leader may want all the same. */
export type Doubt =
  | { code: 'empty' }
  | { code: 'too-long'; field: string; limit: number; length: number }
  | { code: 'wrong'; fault: FieldFault; cell: string }
  | { code: 'there' }
  | { code: 'double'; of: number };

export interface Candidate {
  /** Of the row, from 1, as whoever made the file counts. */
  number: number;
  text: string;
  /** What would be brought in; absent where nothing can be. */
  fields?: Fields;
  /** The organisation that it came from; or one that is named there and that the project does not have. */
  organisation?: Place;
  foreign?: string;
  doubt?: Doubt;
}

/** Fields of a kind that a file can hold, in the order in which it asks for them. */
export function importedFields(kind: Kind): readonly string[] {
  return kind.fields.speaker ? [kind.main, 'speakerName', 'speakerTitle'] : Object.keys(kind.fields);
}

/** What a kind's columns and the values in them are called, by field. */
export interface ImportWords {
  titles: Readonly<Record<string, readonly string[]>>;
  choices: Readonly<Record<string, Names>>;
}
const NO_WORDS: ImportWords = { titles: {}, choices: {} };

/** Titles that files have over their columns, folded, by field. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  text: [
    ...['text', 'kort', 'rollkort', 'roll', 'citat', 'lapp', 'lappar', 'svar', 'idé', 'ord', 'kommentar'],
    ...['card', 'role card', 'role', 'quote', 'note', 'sticky note', 'answer', 'idea', 'word', 'comment']
  ],
  explanation: ['förklaring', 'beskrivning', 'motivering', 'explanation', 'description', 'why', 'varför'],
  speakerName: ['namn', 'vem', 'talare', 'sagt av', 'vem sa det', 'name', 'who', 'speaker', 'said by'],
  speakerTitle: ['titel', 'roll', 'befattning', 'title', 'position']
};

/** Is the first row one of titles? A single word that is a title may be a card: then there must be others. */
export function hasTitles(rows: readonly Row[], { titles }: ImportWords = NO_WORDS): boolean {
  const [first = []] = rows;
  const known = new Set([...Object.values(TITLES), ...Object.values(titles)].flat().map(foldKey));
  return first.some((cell) => known.has(foldKey(cell)) || isOrganisationTitle(cell));
}

/** Does a title belong to one of those fields? */
function isFieldTitle(fields: readonly string[], { titles }: ImportWords) {
  const known = new Set(
    fields.flatMap((field) => [...(titles[field] ?? []), ...(TITLES[field] ?? [])]).map(foldKey)
  );
  return (title: string): boolean => known.has(foldKey(title));
}

/** Where each field probably lies: by the titles, else in the order of the columns. `taken`: a column that holds something else. */
export function guessedColumns(
  rows: readonly Row[],
  titled: boolean,
  fields: readonly string[],
  {
    main = fields[0] ?? 'text',
    words: { titles: own } = NO_WORDS,
    taken: column
  }: { main?: string; words?: ImportWords; taken?: number } = {}
): Columns {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const taken = new Set<number>(column === undefined ? [] : [column]);
  const found: Record<string, number | undefined> = {};
  if (titled) {
    for (const field of fields) {
      // What the kind calls another of its fields is that one: of an actor "Roll" is not what it is called.
      const others = fields.flatMap((other) => (other === field ? [] : (own[other] ?? []))).map(foldKey);
      const common = (TITLES[field] ?? []).filter((title) => !others.includes(foldKey(title)));
      const titles = [...(own[field] ?? []), ...common].map(foldKey);
      const at = (rows[0] ?? []).findIndex(
        (cell, index) => !taken.has(index) && titles.includes(foldKey(cell))
      );
      if (at === -1) continue;
      found[field] = at;
      taken.add(at);
    }
  }
  for (const field of titled ? [main] : fields) {
    if (found[field] !== undefined) continue;
    const free = Array.from({ length: width }, (_, index) => index).find((index) => !taken.has(index));
    if (free === undefined) break;
    found[field] = free;
    taken.add(free);
  }
  return found;
}

/**
 * Where the organisation that each row came from probably stands. A wrong sender is worse than none, which a leader can still choose:
 * never is it the column without which nothing is left to bring in, nor, of a kind that tells of other organisations, the one that
 * would be its main text if nobody asked for senders.
 */
export function guessedOrganisation(
  rows: readonly Row[],
  titled: boolean,
  kind: Kind,
  { places, words = NO_WORDS }: { places: Places; words?: ImportWords }
): number | undefined {
  const fields = importedFields(kind);
  const others = kind.namesOthers;
  const found = organisationColumn(rows, titled, places, { isField: isFieldTitle(fields, words), others });
  if (found === undefined) return undefined;
  const mainWith = (taken?: number) =>
    guessedColumns(rows, titled, fields, { main: kind.main, words, taken })[kind.main];
  if (others && mainWith() === found) return undefined;
  return mainWith(found) === undefined ? undefined : found;
}

/** Longer cells are looked at no further: they are too long for anything. */
const MOST_LETTERS = 10_000;

/**
 * `asked`: those who are named have said yes to their name in print. `there`: what the question has already. `organisation`: where it
 * stands, and those that it may be.
 */
interface Ground {
  kind: Kind;
  columns: Columns;
  titled: boolean;
  asked: boolean;
  there: Iterable<Said>;
  words?: ImportWords;
  organisation?: { column: number | undefined; places: Places };
}

/** What stands somewhere, and the name of the organisation that said it, where that is known. */
interface Said {
  text: string;
  organisation?: string;
}

/** What comes of the rows. */
export function candidatesFrom(
  rows: readonly Row[],
  { kind, columns, titled, asked, there, words = NO_WORDS, organisation }: Ground
): Candidate[] {
  const stands = new Sayings<true>();
  for (const said of there) stands.add(said, true);
  const seen = new Sayings<number>();
  const found: Candidate[] = [];
  rows.forEach((row, index) => {
    if (titled && index === 0) return;
    const { column, places } = organisation ?? {};
    const origin = places && column !== undefined ? originOf(row[column] ?? '', places) : {};
    const candidate = { ...candidateOf(row, index + 1, { kind, columns, asked, words, origin }), ...origin };
    if (candidate.fields) {
      const from = candidate.organisation?.name ?? candidate.foreign;
      const said: Said = { text: candidate.fields[kind.main] ?? '', organisation: from };
      const first = seen.like(said);
      if (stands.like(said)) candidate.doubt = { code: 'there' };
      else if (first !== undefined) candidate.doubt = { code: 'double', of: first };
      else seen.add(said, candidate.number);
    }
    found.push(candidate);
  });
  return found;
}

/** What was said before: the same words of another organisation are another answer, of nobody who is known perhaps the same. */
class Sayings<T> {
  readonly #by = new Map<string, Map<string, T>>();

  /** The first counts. */
  add({ text, organisation = '' }: Said, what: T): void {
    const key = foldKey(text);
    const known = this.#by.get(key);
    if (!known) this.#by.set(key, new Map([[foldKey(organisation), what]]));
    else if (!known.has(foldKey(organisation))) known.set(foldKey(organisation), what);
  }

  like({ text, organisation = '' }: Said): T | undefined {
    const known = this.#by.get(foldKey(text));
    if (!known) return undefined;
    if (!organisation) return known.values().next().value;
    return known.get(foldKey(organisation)) ?? known.get('');
  }
}

type Reading = Required<Pick<Ground, 'kind' | 'columns' | 'asked' | 'words'>> & {
  origin: Pick<Candidate, 'organisation'>;
};

function candidateOf(row: Row, number: number, { kind, columns, asked, words, origin }: Reading): Candidate {
  const cell = (field: string) => {
    const column = columns[field];
    return column === undefined ? '' : (row[column] ?? '');
  };
  const text = cell(kind.main);
  const shown = text.slice(0, 200).trim();
  const tooLong = Object.keys(columns).find((field) => cell(field).length > MOST_LETTERS);
  if (tooLong) {
    const field = kind.fields[tooLong];
    const limit = field && 'max' in field ? field.max : 0;
    return {
      number,
      text: shown,
      doubt: { code: 'too-long', field: tooLong, limit, length: cell(tooLong).length }
    };
  }
  const checked = checkFields(kind, writtenIn(cell, { kind, asked, words, origin }));
  if (checked.ok) return { number, text: checked.fields[kind.main] ?? '', fields: checked.fields };
  const { code, field, limit = 0 } = checked.fault;
  // Of a row in which nothing stands nothing is wrong but that.
  const bare = Object.keys(columns).every((one) => cell(one).trim() === '');
  if (bare || (code === 'text-empty' && field === kind.main))
    return { number, text: shown, doubt: { code: 'empty' } };
  if (code === 'text-too-long') {
    return {
      number,
      text: shown,
      doubt: { code: 'too-long', field, limit, length: [...cell(field)].length }
    };
  }
  return {
    number,
    text: shown,
    doubt: { code: 'wrong', fault: checked.fault, cell: cell(field).slice(0, 60).trim() }
  };
}

/** A quote with a name is somebody else's, who may have been asked whether it is printed; without one its organisation's, or nobody's. */
function writtenIn(
  cell: (field: string) => string,
  { kind, asked, words: { choices }, origin }: Omit<Reading, 'columns'>
): Record<string, string> {
  const written: Record<string, string> = {};
  for (const field of importedFields(kind)) {
    const text = cell(field);
    if (text.trim()) written[field] = cellAs(kind.fields[field]!, text, choices[field]);
  }
  if (kind.fields.speaker)
    written.speaker = written.speakerName ? 'other' : origin.organisation ? 'organisation' : 'anonymous';
  if (written.speaker === 'other') written.printed = asked ? 'name' : 'none';
  if (kind.fields.speaker && written.speaker !== 'other') delete written.speakerTitle;
  return written;
}

/** It can be brought in, and nothing speaks against it: it is ticked to begin with. */
export function isPlain({ fields, doubt }: Candidate): boolean {
  return fields !== undefined && doubt === undefined;
}
