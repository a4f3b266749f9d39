/** Notes that are shown one by one among blank ones. */
import { expect, test } from 'vitest';
import { blanksAround, placesAround, roomForQuestion } from '../../../src/lib/domain/wall/screens/blanks.ts';
import { NONE_PLACED, placedAmong, touches } from '../../../src/lib/domain/wall/screens/shown.ts';
import type { Placed, Shown } from '../../../src/lib/domain/wall/screens/shown.ts';

const AREA = { width: 1_920, height: 1_000 };
const HOLE = { x: 960, y: 500, rx: 260, ry: 85 };
const room = { ...AREA, taken: [roomForQuestion(HOLE)] };
const WORD = 'Livsmedels\u00adberedskaps\u00adsamordnare';
const SENTENCE = 'Vi börjar med det som redan finns, och frågar grannkommunen vad de har gjort. '.repeat(3);

function showing(texts: readonly string[]): Shown[] {
  return texts.map((text, at) => ({ id: `note-${at}`, text, who: '' }));
}

function oneByOne(shown: readonly Shown[]): Placed {
  return shown.reduce((placed, _one, at) => placedAmong(placed, shown.slice(0, at + 1), room), NONE_PLACED);
}

test('nothing moves when another one is shown', () => {
  const shown = showing(Array<string>(6).fill(WORD));
  const three = oneByOne(shown.slice(0, 3));
  const six = placedAmong(three, shown, room);
  expect(six.slips).toHaveLength(6);
  expect(six.slips.slice(0, 3)).toEqual(three.slips);
});

test('no two touch, nor the question, nor the edge of the screen', () => {
  const { slips } = oneByOne(showing(Array.from({ length: 30 }, (_, at) => (at % 3 ? WORD : SENTENCE))));
  expect(slips.length).toBeGreaterThan(5);
  slips.forEach((slip, at) => {
    expect([...room.taken, ...slips.slice(0, at)].filter((one) => touches(slip, one))).toEqual([]);
    expect(Math.min(slip.x, slip.y)).toBeGreaterThanOrEqual(24);
    expect(slip.x + slip.width).toBeLessThanOrEqual(AREA.width);
    expect(slip.y + slip.height).toBeLessThanOrEqual(AREA.height);
  });
});

test('the last one shown has room, however many there are, and is large enough to be read', () => {
  const shown = showing(Array<string>(60).fill(SENTENCE));
  const { slips, out } = oneByOne(shown);
  expect(slips.at(-1)?.id).toBe('note-59');
  expect(slips.length + out.size).toBe(60);
  expect(Math.min(...slips.map(({ size }) => size))).toBeGreaterThanOrEqual(30);
});

test('one that is taken back leaves its place alone', () => {
  const shown = showing([WORD, SENTENCE, WORD]);
  const all = oneByOne(shown);
  const left = placedAmong(all, [shown[0]!, shown[2]!], room);
  expect(left.slips).toEqual([all.slips[0], all.slips[2]]);
});

test('blank notes stand at the same places, whether one is shown or not', () => {
  const all = placesAround(40, HOLE, AREA);
  expect(all.slice(0, 40)).toEqual(blanksAround(40, HOLE, AREA));
  const [slip] = oneByOne(showing([WORD])).slips;
  const left = all.filter((blank) => !touches(blank, slip!, 0)).slice(0, 39);
  expect(left).toHaveLength(39);
});

test('the longest answer has room', () => {
  const [slip] = oneByOne(showing(['Vi vet inte vem som ska göra det. '.repeat(14)])).slips;
  expect(slip).toBeDefined();
});
