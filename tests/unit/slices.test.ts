/** A large state is written in slices, and reads the same. */
import { expect, test } from 'vitest';
import { jsonInPieces } from '../../server/json-pieces.ts';
import { inSlices } from '../../server/slices.ts';

const note = (index: number) => ({ id: `n${index}`, text: '"å"\n', gone: undefined, deep: [{ a: null }] });

test.each([
  {},
  { seq: 3, phase: 'open', at: undefined, none: null, off: false },
  { notes: {}, history: [], 'a "key"': { 'b "key"': 1, left: undefined } },
  { list: [1, undefined, { a: undefined }], screen: { view: 'lobby' } },
  {
    seq: 1,
    notes: Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`n${index}`, note(index)]))
  }
])('it says what JSON.stringify says (%#)', async (value) => {
  expect(await inSlices(jsonInPieces(value))).toBe(JSON.stringify(value));
});

test('others have their turn meanwhile', async () => {
  const value = { notes: Array.from({ length: 60_000 }, (_, index) => note(index)) };
  let turns = 0;
  let written = false;
  const others = (async () => {
    while (!written) {
      await new Promise((resolve) => setImmediate(resolve));
      turns++;
    }
  })();
  await inSlices(jsonInPieces(value));
  written = true;
  await others;
  expect(turns).toBeGreaterThan(2);
});
