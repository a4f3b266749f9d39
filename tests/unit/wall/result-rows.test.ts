/** A result on the projector: what has room, large enough to be read from the back. */
import { expect, test } from 'vitest';
import { settingFor } from '../../../src/lib/domain/wall/screens/result-rows.ts';

const ROOM = { width: 1_638, height: 700 };
const GAP = 0.55;
const rows = (count: number, text = 'Samordnare') =>
  Array.from({ length: count }, (_, at) => `${text} ${at}`);

test('a few stand large', () => {
  expect(settingFor(rows(3), ROOM, GAP)).toMatchObject({ size: 72, shown: 3 });
});

test('of very many the first twelve, and room is left to count the rest', () => {
  const { shown, size } = settingFor(rows(60), ROOM, GAP);
  expect(shown).toBe(12);
  expect(12 * size * (1.15 + GAP)).toBeLessThanOrEqual(ROOM.height - 56);
});

test('of long ones as many as have room at the smallest size, never half a row', () => {
  const long =
    'En gemensam lista över pågående klimatprojekt som alla kommuner i länet kan fylla på när de hinner med det';
  const { size, shown, texts } = settingFor(rows(12, long), ROOM, GAP);
  expect(size).toBe(31);
  expect(shown).toBeGreaterThan(3);
  expect(shown).toBeLessThan(12);
  expect(texts).toBeLessThanOrEqual(Math.ceil(0.55 * ROOM.width));
});

test('nothing needs no room', () => {
  expect(settingFor([], ROOM, GAP).shown).toBe(0);
});
