/**
 * What becomes of a pasted list beside the people who are there already. The same line again is the same person: the name and the
 * organisation decide, and the e-mail where one is given. So two of one name in one organisation are told apart by their e-mails.
 */
import { foldKey } from '../text.ts';
import type { PastedLine, PastedPerson, PersonPart } from './pasted.ts';

export interface Listed {
  id: string;
  /** Without the number of a namesake. */
  name: string;
  organisation: string | null;
  email: string;
  part: PersonPart;
}

export interface Place {
  id: string;
  name: string;
  removed: boolean;
}

export type Coming =
  | { becomes: 'new'; person: PastedPerson; place: string | null; newPlace?: string }
  /** Somebody who is there gets the e-mail or the part of the line. */
  | { becomes: 'changed'; person: PastedPerson; id: string; email: string; part: PersonPart }
  /** There already, or on an earlier line of the list. */
  | { becomes: 'same'; person: PastedPerson; line?: number }
  | {
      becomes: 'fault';
      fault: Extract<PastedLine, { ok: false }>['fault'] | { code: 'organisation-removed' };
    };

export type ComingLine = Pick<PastedLine, 'number' | 'text'> & Coming;

/** In the order of the lines. `newPlace` is the name of an organisation that nobody knows yet. */
export function comingOf(
  lines: readonly PastedLine[],
  people: readonly Listed[],
  places: readonly Place[]
): ComingLine[] {
  const placeBy = new Map(places.map((place) => [foldKey(place.name), place]));
  const known = new Map<string, Known[]>();
  for (const one of people) {
    const key = keyOf(one.name, one.organisation ?? '');
    known.set(key, [...(known.get(key) ?? []), { ...one }]);
  }
  return lines.map((line): ComingLine => {
    const { number, text } = line;
    if (!line.ok) return { number, text, becomes: 'fault', fault: line.fault };
    const { person } = line;
    const place = person.organisation ? placeBy.get(foldKey(person.organisation)) : undefined;
    if (place?.removed) return { number, text, becomes: 'fault', fault: { code: 'organisation-removed' } };
    const key = keyOf(
      person.name,
      place?.id ?? (person.organisation && `new ${foldKey(person.organisation)}`)
    );
    const namesakes = known.get(key) ?? [];
    const same = samePerson(person, namesakes);
    if (!same) {
      const part = person.part ?? 'participant';
      const coming = { ...person };
      known.set(key, [...namesakes, { line: number, coming, email: person.email, part }]);
      const fresh = place || !person.organisation ? {} : { newPlace: person.organisation };
      return { number, text, becomes: 'new', person: coming, place: place?.id ?? null, ...fresh };
    }
    const email = same.email || person.email;
    const part = person.part ?? same.part;
    const isMore = email !== same.email || part !== same.part;
    Object.assign(same, { email, part });
    // An earlier line of the list is completed.
    if (same.coming) Object.assign(same.coming, { email, part });
    if (!isMore || !same.id)
      return { number, text, becomes: 'same', person, ...(same.line ? { line: same.line } : {}) };
    return { number, text, becomes: 'changed', person, id: same.id, email, part };
  });
}

/** Who stands on the list: with an id, or on a line before. */
interface Known {
  id?: string;
  line?: number;
  coming?: PastedPerson;
  email: string;
  part: PersonPart;
}

function samePerson({ email }: PastedPerson, namesakes: readonly Known[]): Known | undefined {
  if (!email) return namesakes[0];
  return namesakes.find((one) => foldKey(one.email) === email) ?? namesakes.find((one) => !one.email);
}

function keyOf(name: string, place: string): string {
  return `${foldKey(name)}\n${place}`;
}
