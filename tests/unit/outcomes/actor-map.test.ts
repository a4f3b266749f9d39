/** Actors that are one whatever they are called, and the picture of them: nothing over another, all within. */
import { describe, expect, test } from 'vitest';
import { drawActorMap } from '../../../src/lib/domain/outcomes/actor-map.ts';
import type { MapBox } from '../../../src/lib/domain/outcomes/actor-map.ts';
import { actorsOf } from '../../../src/lib/domain/outcomes/actors.ts';

const KINDS = [
  'region',
  'agency',
  'county-board',
  'employment-service',
  'municipality',
  'university',
  'other'
];
const answer = (text: string, actorKind = 'county-board', more: Record<string, string> = {}) => ({
  id: `${actorKind}-${text}`,
  fields: { text, actorKind, ...more }
});
const namesOf = (...answers: ReturnType<typeof answer>[]) => actorsOf(answers, 'sv').map(({ name }) => name);

describe('an actor in several spellings', () => {
  test('is one row that shows them', () => {
    const all = [
      'länsstyrelsen',
      'Länsstyrelsen',
      'Länsstyrelsen',
      'lst',
      'Lst.',
      'Länsstyrelsen i Älvmark',
      'länsstyrelse'
    ];
    const [row, ...others] = actorsOf(
      all.map((text, at) => ({ ...answer(text), id: String(at) })),
      'sv'
    );
    expect(others).toEqual([]);
    expect(row).toMatchObject({ name: 'Länsstyrelsen', notes: ['0', '1', '2', '3', '4', '5', '6'] });
    expect(row!.spellings).toEqual(['lst', 'Lst.', 'Länsstyrelsen i Älvmark', 'länsstyrelse']);
  });

  test('of two counties they stay apart, and nobody knows which is meant where none is named', () => {
    expect(
      namesOf(answer('Länsstyrelsen i Älvmark'), answer('Länsstyrelsen i Norrvik'), answer('lst'))
    ).toHaveLength(3);
    expect(namesOf(answer('Länsstyrelsen i Älvmark'), answer('Länsstyrelsen i Älvmarks län'))).toHaveLength(
      1
    );
  });

  test('a municipality is the same with and without the word', () => {
    const of = (text: string) => answer(text, 'municipality');
    expect(namesOf(of('Hällby kommun'), of('Hällby'), of('Hällbys kommun'))).toEqual(['Hällby kommun']);
    expect(namesOf(of('Hällby kommun'), of('Norrviks kommun'))).toHaveLength(2);
  });

  test('what only begins alike, or is of another kind, stays apart', () => {
    expect(
      namesOf(answer('Migrationsverket', 'agency'), answer('Migrationsdomstolen', 'agency'))
    ).toHaveLength(2);
    expect(namesOf(answer('Älvmark', 'municipality'), answer('Älvmarken', 'civil-society'))).toHaveLength(2);
    expect(namesOf(answer('Kommuner', 'municipality'), answer('Kommun', 'municipality'))).toHaveLength(2);
  });
});

describe('the picture', () => {
  const SHEET = {
    width: 1728,
    height: 780,
    us: 'Vi',
    kind: (kind: string) => kind,
    breakable: (text: string) => text
  };
  const rows = (count: number) =>
    actorsOf(
      Array.from({ length: count }, (_, at) =>
        answer(
          `Samverkansorganisation ${'abcdefghij'[at % 10]!.repeat(1 + Math.floor(at / 10))}`,
          KINDS[at % KINDS.length]!,
          {
            ...(at % 3 ? { interface: `Rådet ${at}` } : {})
          }
        )
      ),
      'sv'
    );
  const overlap = (a: MapBox, b: MapBox) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  test.each([1, 3, 20, 60])(
    '%i actors: all there, none over another, within, the same every time',
    (count) => {
      const sheet = { ...SHEET, sizes: [40, 34, 28, 25, 22, 20, 18] };
      const map = drawActorMap(rows(count), sheet);
      expect(map.rest).toBe(0);
      const boxes = [map.us, ...map.kinds, ...map.actors];
      for (const [at, one] of boxes.entries()) {
        expect(boxes.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
        expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(-1e-6);
        expect(one.x + one.width).toBeLessThanOrEqual(SHEET.width + 1e-6);
        expect(one.y + one.height).toBeLessThanOrEqual(SHEET.height + 1e-6);
      }
      expect(map).toEqual(drawActorMap(rows(count), sheet));
      const tied = rows(count).filter(({ cells }) => cells.interface.length > 0).length;
      expect(map.ties).toHaveLength(tied);
    }
  );

  test('who is named oftener is larger; where there is no room the rest is counted', () => {
    const answers = ['Rådet', 'Rådet', 'Byn'].map((text, at) => ({ ...answer(text), id: String(at) }));
    const map = drawActorMap(actorsOf(answers, 'sv'), { ...SHEET, sizes: [30] });
    const sizes = new Map(map.actors.map(({ lines, size }) => [lines[0], size]));
    expect(sizes.get('Rådet')).toBeGreaterThan(sizes.get('Byn')!);
    expect(drawActorMap(rows(60), { ...SHEET, sizes: [80] }).rest).toBeGreaterThan(0);
  });
});
