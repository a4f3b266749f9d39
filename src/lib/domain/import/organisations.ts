/** The column of a sheet that says which organisation each row came from: where it lies, and which of the project's it means. */
import { cleanLine, foldKey, shortened } from '../text.ts';
import type { Candidate } from './cards.ts';
import type { Row } from './table.ts';

/** An organisation of the project. */
export interface Place {
  id: string;
  name: string;
}

/** The project's organisations by their names, folded. */
export type Places = ReadonlyMap<string, Place>;

/** The earlier one of two that are called alike, as wherever an organisation is looked up. */
export function placesByName(places: readonly Place[]): Places {
  return new Map([...places].reverse().map((place) => [foldKey(place.name), place]));
}

/** Over organisations, and hardly over anything else. */
const PLAIN = ['organisation', 'organization', 'avsändare', 'sender'];
/** Over organisations, where there are titles at all: they may be answers as well. */
const LIKELY = [
  ...[
    'organisationer',
    'företag',
    'region',
    'kommun',
    'myndighet',
    'arbetsplats',
    'arbetsgivare',
    'verksamhet'
  ],
  ...[
    'organizations',
    'organisations',
    'company',
    'municipality',
    'authority',
    'agency',
    'workplace',
    'employer'
  ]
];
/** A form asks for it with a sentence. One that speaks of an organisation and not of whoever answers is a question like any other. */
const ASKED =
  /^(?:(?:din|er|min|your|my) (?:organi[sz]ation)$|(?:vilken|vilket|which|what) (?:organi[sz]ation|företag|region|kommun|myndighet|company|municipality|authority|agency)(?: .*(?<!\p{L})(?:du|ni|dig|er|you)(?!\p{L}).*|$))/u;

/** What asks whoever answers where they come from, and can mean no other organisation that the answer tells of. */
const ASKS_SENDER =
  /^(?:avsändare|sender|(?:din|er|min|your|my) organi[sz]ation|(?:vilken|vilket) (?:organisation|företag|region|kommun|myndighet) (?:kommer|representerar|företräder|tillhör|arbetar|jobbar|svarar) (?:du|ni)(?: (?:från|för|på|vid|hos|i))?|(?:which|what) (?:organi[sz]ation|company|region|municipality|authority|agency) (?:do you (?:come from|represent|belong to|work (?:for|at|in))|are you (?:from|with)))$/u;

/** Is it a title that can only stand over organisations? */
export function isOrganisationTitle(cell: string): boolean {
  const title = titleOf(cell);
  return PLAIN.includes(title) || ASKED.test(title);
}

/**
 * Where it probably lies: by a title, or because most of what stands there are organisations of the project. Undefined: nowhere, and
 * where it is the only column. `isField`: titles of what the question itself asks for. `others`: what is answered may name organisations
 * too, so a title must ask for the sender, and what stands there says nothing.
 */
export function organisationColumn(
  rows: readonly Row[],
  titled: boolean,
  places: Places,
  { isField = () => false, others = false }: { isField?: (title: string) => boolean; others?: boolean } = {}
): number | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return undefined;
  const below = rows.slice(titled ? 1 : 0);
  let best: { column: number; weight: number } | undefined;
  for (let column = 0; column < width; column++) {
    const title = titled ? (rows[0]?.[column] ?? '') : '';
    if (title && isField(title)) continue;
    const isCalledSo = others
      ? ASKS_SENDER.test(titleOf(title))
      : isOrganisationTitle(title) || LIKELY.includes(titleOf(title));
    const known = others ? 0 : knownPart(below, column, places);
    const weight = (isCalledSo ? 1 : 0) + known;
    if ((isCalledSo || known >= 0.5) && weight > (best?.weight ?? 0)) best = { column, weight };
  }
  return best?.column;
}

/** What a cell names: an organisation of the project, or another, which comes to nothing. */
export function originOf(cell: string, places: Places): Pick<Candidate, 'organisation' | 'foreign'> {
  const name = shortened(cell.slice(0, 1_000), 120);
  if (!name) return {};
  const place = places.get(foldKey(cleanLine(cell.slice(0, 1_000))));
  return place ? { organisation: place } : { foreign: name };
}

/** Organisations that the project does not have, each once, as it is typed first. */
export function foreignIn(candidates: readonly Candidate[]): string[] {
  const names = new Map<string, string>();
  for (const { foreign } of candidates)
    if (foreign !== undefined && !names.has(foldKey(foreign))) names.set(foldKey(foreign), foreign);
  return [...names.values()];
}

/** Of the cells in which anything stands. */
function knownPart(rows: readonly Row[], column: number, places: Places): number {
  const filled = rows.map((row) => foldKey((row[column] ?? '').slice(0, 1_000))).filter(Boolean);
  return filled.length === 0 ? 0 : filled.filter((name) => places.has(name)).length / filled.length;
}

/** Forms mark what must be answered with a star. */
function titleOf(cell: string): string {
  return foldKey(cell.slice(0, 200)).replace(/[\s*:?.]+$/u, '');
}
