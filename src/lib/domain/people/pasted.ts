/**
 * A list of people as somebody pastes it: one a line, cells parted by a tab, a semicolon or a comma, in the order name, organisation,
 * e-mail, part. An e-mail and a word for a part are known wherever they stand; a first line of titles says where the others are.
 * A line that cannot be read is told by its number; the others can be.
 */
import { tableOf } from '../import/table.ts';
import type { Row } from '../import/table.ts';
import { cleanLine, foldKey, lengthOf } from '../text.ts';

export const PERSON_PARTS = ['participant', 'lecturer'] as const;
/** What somebody without an account is in a project. */
export type PersonPart = (typeof PERSON_PARTS)[number];

/** Lengths are code points; a list is cut nowhere, but refused whole when it is longer. */
export const PEOPLE_LIMITS = { lines: 500, list: 100_000, name: 60, organisation: 120, email: 254 } as const;

export type LineFault =
  | { code: 'name-empty' | 'email-wrong' | 'too-many-cells' }
  | { code: 'name-too-long' | 'organisation-too-long' | 'email-too-long'; limit: number }
  /** What stands where a part would. */
  | { code: 'part-unknown'; word: string };

export interface PastedPerson {
  name: string;
  organisation: string;
  email: string;
  /** Where the line says one. */
  part?: PersonPart;
}

/** `number` is that of the line in what was pasted, from 1; `text` the line as it stands there. */
export type PastedLine = { number: number; text: string } & (
  { ok: true; person: PastedPerson } | { ok: false; fault: LineFault }
);

export type Pasted =
  | {
      ok: true;
      lines: PastedLine[];
      /** The first line, where it is one of titles. */
      titles?: string;
    }
  | { ok: false; fault: { code: 'empty' } | { code: 'too-long' | 'too-many-lines'; limit: number } };

const PART_WORDS: Readonly<Record<PersonPart, readonly string[]>> = {
  participant: ['deltagare', 'participant', 'medlem', 'member'],
  lecturer: ['föreläsare', 'forskare', 'gäst', 'lecturer', 'speaker', 'researcher', 'guest']
};

type Column = 'name' | 'first' | 'last' | 'organisation' | 'email' | 'part';

/** Titles that lists have over their columns, folded. */
const TITLES: Readonly<Record<Column, readonly string[]>> = {
  name: ['namn', 'name', 'deltagare', 'participant', 'full name'],
  first: ['förnamn', 'first name', 'given name'],
  last: ['efternamn', 'last name', 'surname', 'family name'],
  organisation: ['organisation', 'organization', 'arbetsplats', 'arbetsgivare', 'employer', 'myndighet'],
  email: ['e-post', 'epost', 'e-postadress', 'mejl', 'mail', 'e-mail', 'email', 'e-mail address'],
  part: ['roll', 'del', 'role', 'part', 'typ', 'type']
};

/** A mistyped address is told; whether one exists only a letter to it shows. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]{2,}$/.test(text);
}

export function isPersonPart(text: string): text is PersonPart {
  return (PERSON_PARTS as readonly string[]).includes(text);
}

export function readPeople(text: string): Pasted {
  if (!cleanLine(text)) return { ok: false, fault: { code: 'empty' } };
  if (text.length > PEOPLE_LIMITS.list)
    return { ok: false, fault: { code: 'too-long', limit: PEOPLE_LIMITS.list } };
  const all = text.split(/\r\n?|\n/).map((line, at) => ({ number: at + 1, text: line }));
  const written = all.filter((line) => cleanLine(line.text));
  if (written.length > PEOPLE_LIMITS.lines)
    return { ok: false, fault: { code: 'too-many-lines', limit: PEOPLE_LIMITS.lines } };
  const titles = titlesOf(cellsOf(written[0]!.text));
  const people = titles ? written.slice(1) : written;
  const lines = people.map((line) => ({ ...line, ...personOf(cellsOf(line.text), titles) }));
  return { ok: true, lines, ...(titles ? { titles: written[0]!.text } : {}) };
}

/** A comma parts cells only where nothing clearer does: "Ek, Anna; Region Tallmo" is a name and an organisation. */
function cellsOf(line: string): Row {
  const delimiter = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',';
  const [row = []] = tableOf(line, delimiter).rows;
  return row.map(cleanLine);
}

/** By column; undefined where the line is none of titles. One title alone may be somebody's name. */
function titlesOf(row: Row): readonly (Column | undefined)[] | undefined {
  const found = row.map((cell) =>
    (Object.keys(TITLES) as Column[]).find((column) => TITLES[column].includes(foldKey(cell)))
  );
  return found.filter(Boolean).length > 1 ? found : undefined;
}

type Read = { ok: true; person: PastedPerson } | { ok: false; fault: LineFault };

function personOf(cells: Row, titles: readonly (Column | undefined)[] | undefined): Read {
  const said = titles ? byTitles(cells, titles) : byPlace(cells);
  if (!said) return refused({ code: 'too-many-cells' });
  const addressed = /^(.*?)\s*<([^<>]*@[^<>]*)>$/.exec(said.name);
  const name = addressed ? cleanLine(addressed[1]!.replace(/^"(.*)"$/, '$1')) : said.name;
  const email = said.email || (addressed?.[2] ?? '').trim();
  const { organisation, part: word } = said;
  if (!name) return refused({ code: 'name-empty' });
  if (lengthOf(name) > PEOPLE_LIMITS.name)
    return refused({ code: 'name-too-long', limit: PEOPLE_LIMITS.name });
  if (lengthOf(organisation) > PEOPLE_LIMITS.organisation)
    return refused({ code: 'organisation-too-long', limit: PEOPLE_LIMITS.organisation });
  if (lengthOf(email) > PEOPLE_LIMITS.email)
    return refused({ code: 'email-too-long', limit: PEOPLE_LIMITS.email });
  if (email && !isEmail(email)) return refused({ code: 'email-wrong' });
  const part = word ? partOf(word) : undefined;
  if (word && !part) return refused({ code: 'part-unknown', word: [...word].slice(0, 40).join('') });
  return { ok: true, person: { name, organisation, email: email.toLowerCase(), ...(part ? { part } : {}) } };
}

interface Said {
  name: string;
  organisation: string;
  email: string;
  part: string;
}

function byTitles(cells: Row, titles: readonly (Column | undefined)[]): Said | undefined {
  const of = (column: Column) => cells[titles.indexOf(column)] ?? '';
  const name = of('name') || [of('first'), of('last')].filter(Boolean).join(' ');
  return { name, organisation: of('organisation'), email: of('email'), part: of('part') };
}

function byPlace(cells: Row): Said | undefined {
  // The name is where it is, whatever it looks like: somebody may be called as a part is.
  const [name = '', ...others] = cells;
  const at = others.findIndex((cell) => cell.includes('@'));
  const email = at === -1 ? '' : others[at]!;
  const rest = others.filter((_, place) => place !== at);
  const word = rest.findLastIndex((cell) => partOf(cell) !== undefined);
  const part = word === -1 ? '' : rest[word]!;
  const left = rest.filter((_, place) => place !== word);
  const [organisation = '', ...strays] = left;
  const [stray, more] = strays.filter(Boolean);
  if (stray === undefined) return { name, organisation, email, part };
  if (more !== undefined)
    return email || part || cells.length > 4 ? undefined : { name, organisation, email: stray, part: more };
  if (email && part) return undefined;
  // What stands in the place of the part or of the e-mail, and is none.
  return email || (!part && !strays[0])
    ? { name, organisation, email, part: stray }
    : { name, organisation, email: stray, part };
}

function partOf(word: string): PersonPart | undefined {
  return PERSON_PARTS.find((part) => PART_WORDS[part].includes(foldKey(word)));
}

function refused(fault: LineFault): Read {
  return { ok: false, fault };
}
