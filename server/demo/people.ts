/** Who takes part in the demo: invented organisations and first names. Nobody real is meant. */
import type { App } from '../app.ts';
import { organisations, participantPhones, participants } from '../db/schema.ts';
import { hashToken, newId } from '../secrets.ts';

/** Organisation kinds as the project page knows them. */
export const ORGANISATIONS: readonly (readonly [name: string, kind: string])[] = [
  ['Region Älvmark', 'region'],
  ['Region Kustlanda', 'region'],
  ['Region Sjöbygden', 'region'],
  ['Region Fjällvidda', 'region'],
  ['Region Slättåker', 'region'],
  ['Region Björkdal', 'region'],
  ['Region Stenhamra', 'region'],
  ['Region Västernäs', 'region'],
  ['Region Ljungheden', 'region'],
  ['Region Österskär', 'region'],
  ['Region Malmfors', 'region'],
  ['Region Humlelund', 'region'],
  ['Beredskapsrådet', 'agency'],
  ['Livsmedelstillsynen', 'agency'],
  ['Vatten- och markverket', 'agency'],
  ['Länsstyrelsen i Älvmark', 'county-board'],
  ['Länsstyrelsen i Kustlanda', 'county-board'],
  ['Hällby kommun', 'municipality'],
  ['Tornvik kommun', 'municipality'],
  ['Kustlanda universitet', 'university'],
  ['Byalagens samorganisation', 'civil-society']
];

/** First name and the index of the organisation. Two are called Anna, and the two of them sit in one organisation. */
export const PEOPLE: readonly (readonly [name: string, organisation: number])[] = [
  ['Anna', 0],
  ['Anna', 0],
  ['Jörgen', 0],
  ['Siv', 1],
  ['Mehmet', 1],
  ['Lena', 1],
  ['Åke', 2],
  ['Birgitta', 2],
  ['Samira', 3],
  ['Per-Olov', 3],
  ['Ingrid', 4],
  ['Tomasz', 4],
  ['Elsa', 4],
  ['Göran', 5],
  ['Fatima', 5],
  ['Kerstin', 6],
  ['Nils', 6],
  ['Aino', 7],
  ['Rolf', 7],
  ['Maja', 8],
  ['Håkan', 8],
  ['Leila', 9],
  ['Bengt', 9],
  ['Ylva', 10],
  ['Oskar', 10],
  ['Marit', 11],
  ['Stefan', 11],
  ['Ulrika', 12],
  ['Dragan', 12],
  ['Pia', 12],
  ['Gunnar', 13],
  ['Hanna', 13],
  ['Olle', 14],
  ['Sofie', 14],
  ['Kjell', 15],
  ['Amina', 15],
  ['Vera', 16],
  ['Torsten', 16],
  ['Linnéa', 17],
  ['Ibrahim', 17],
  ['Malin', 18],
  ['Erik', 18],
  ['Charlotte', 19],
  ['David', 19],
  ['Barbro', 20]
];

/** The token with which the crowd's person of that number is known again. */
export function demoToken(key: string, index: number): string {
  return hashToken(`${key} ${index}`);
}

/** Lays them all in a project; each is known again by `demoToken` of that key. Answers their ids, in the order of the list. */
export async function layPeople(app: App, projectId: string, key: string): Promise<string[]> {
  const { db } = app.database;
  const places = ORGANISATIONS.map(([name, kind], position) => ({
    id: newId(),
    projectId,
    name,
    kind,
    position
  }));
  await db.insert(organisations).values(places);
  const seen = new Map<string, number>();
  const rows = PEOPLE.map(([name, organisation]) => {
    const ordinal = (seen.get(`${name} ${organisation}`) ?? 0) + 1;
    seen.set(`${name} ${organisation}`, ordinal);
    const organisationId = places[organisation]!.id;
    return { id: newId(), projectId, organisationId, name, ordinal };
  });
  await db.insert(participants).values(rows);
  const phones = rows.map(({ id }, index) => ({
    tokenHash: hashToken(demoToken(key, index)),
    participantId: id
  }));
  await db.insert(participantPhones).values(phones);
  return rows.map(({ id }) => id);
}
