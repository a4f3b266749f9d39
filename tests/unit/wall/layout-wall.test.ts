/** The wall: whatever is written, every word stands on it once, apart from the others, inside; and it stays where it stands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceBetween, middleOf, overlap } from '../../../src/lib/domain/wall/layout/box.ts';
import { INKS } from '../../../src/lib/domain/wall/drawing/inks.ts';
import { layoutWall } from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import type {
  SetWord,
  WallInput,
  WallLayout,
  WallWord
} from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import { READING_FACE, letteringOf } from '../../../src/lib/domain/wall/layout/lettering.ts';
import type { Link } from '../../../src/lib/domain/wall/layout/kin.ts';
import { breaksOf, meanOf, straysOf } from '../../load/wall-figures.ts';
import { chanceOf } from '../../fixtures/random.ts';
import { shuffled } from '../../fixtures/clustered.ts';

const AREA = { width: 1920, height: 1080 };
const ROLES =
  'Samordnare,Möjliggörare,Dörröppnare,Påverkare,Visionär,Nav,Kunskapsförmedlare,Omvärldsbevakare,Processledare,Stödjare,Projektägare,Bollplank,Spindeln i nätet,Länk till näringslivet,Livsmedelsberedskapssamordnare'.split(
    ','
  );

function words(count: number, seed = 1): WallWord[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => ({
    id: `word-${at}`,
    text: `${chance.pick(ROLES)}${at < ROLES.length ? '' : ` ${at}`}`,
    count: 1 + Math.floor(8 / (1 + at))
  }));
}

function links(all: readonly WallWord[], seed = 1): Link[] {
  const chance = chanceOf(seed);
  return all.flatMap(({ id }) =>
    all.length < 2 ? [] : [{ a: id, b: chance.pick(all).id, likeness: 0.3 + chance.int(60) / 100 }]
  );
}

function input(all: readonly WallWord[], more: Partial<WallInput> = {}): WallInput {
  return {
    words: all,
    links: links(all),
    face: 'caveat-brush',
    area: AREA,
    centre: 'Vem är du?',
    mode: 'fresh',
    ...more
  };
}

function far(one: SetWord, other: SetWord): number {
  const [was, is] = [middleOf(one), middleOf(other)];
  return Math.hypot(was.x - is.x, was.y - is.y);
}

function expectSound(layout: WallLayout, all: readonly WallWord[]): void {
  const standing = all.filter(({ text }) => text.trim()).map(({ id }) => id);
  expect(layout.words.map(({ id }) => id)).toEqual([...standing].sort());
  layout.words.forEach((word, at) => {
    expect(word.x).toBeGreaterThanOrEqual(0);
    expect(word.y).toBeGreaterThanOrEqual(0);
    expect(word.x + word.width).toBeLessThanOrEqual(layout.area.width);
    expect(word.y + word.height).toBeLessThanOrEqual(layout.area.height);
    expect(word.size).toBeGreaterThan(0);
    for (const other of layout.words.slice(at + 1)) {
      if (overlap(word, other)) expect.unreachable(`${word.id} lies over ${other.id}`);
    }
    if (layout.centre) expect(overlap(word, withinCentre(layout.centre))).toBe(false);
    expectLettersWithin(layout, word);
  });
}

/** A word's lines and its count lie in its box, the count clear of the letters and on the last line's baseline. */
function expectLettersWithin(
  { face }: WallLayout,
  { x, y, width, height, size, lines, count }: SetWord
): void {
  const lettering = letteringOf(face!);
  const ends = lines.map((line) => {
    const extent = lettering.extent(line.text);
    const end = line.x + (extent.width / 10_000) * size;
    expect(line.x).toBeGreaterThan(x - 0.01);
    expect(end).toBeLessThan(x + width + 0.01);
    expect(line.y - (extent.top / 10_000) * size).toBeGreaterThan(y - 0.01);
    return end;
  });
  if (!count) return;
  const digits = letteringOf(READING_FACE).extent(count.text);
  expect(count.x).toBeGreaterThan(ends.at(-1)!);
  expect(count.y).toBeCloseTo(lines.at(-1)!.y, 6);
  expect(count.x + (digits.width / 10_000) * count.size).toBeLessThan(x + width + 0.01);
  expect(count.y - (digits.top / 10_000) * count.size).toBeGreaterThan(y - 0.01);
  expect(count.y - (digits.bottom / 10_000) * count.size).toBeLessThan(y + height + 0.01);
}

/** The box of the question's letters. */
function withinCentre({ x, y, rx, ry }: NonNullable<WallLayout['centre']>) {
  return { x: x - rx * 0.6, y: y - ry * 0.6, width: rx * 1.2, height: ry * 1.2 };
}

describe('a fresh wall', () => {
  test.each([0, 1, 2, 5, 27, 60, 90, 150])('of %i words holds them all', (count) => {
    expectSound(layoutWall(input(words(count))), words(count));
  });

  test('is the same in whatever order words and links come, and every time', () => {
    const all = words(80);
    const once = layoutWall(input(all));
    expect(layoutWall(input(all))).toEqual(once);
    expect(
      layoutWall({ ...input(all), words: shuffled(all, 3), links: shuffled(input(all).links, 4) })
    ).toEqual(once);
  });

  test('sets size by count alone, from 1 to at most 3', () => {
    // A word that no line could hold otherwise is set smaller.
    const all = words(60).filter(({ text }) => text.length < 26);
    const { words: set } = layoutWall(input(all));
    const size = new Map(set.map((word) => [word.id, word.size]));
    for (const one of all) {
      for (const other of all) {
        if (one.count === other.count) expect(size.get(one.id)).toBeCloseTo(size.get(other.id)!, 6);
        if (one.count > other.count) expect(size.get(one.id)).toBeGreaterThan(size.get(other.id)!);
      }
    }
    const sizes = set.map((word) => word.size);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThanOrEqual(3);
  });

  test('of 60 words with a phrase of 60 letters is read from the back', () => {
    const phrase = 'Den som håller ihop helheten när alla andra springer åt håll';
    expect(phrase).toHaveLength(60);
    const all = [...words(59), { id: 'phrase', text: phrase, count: 1 }];
    for (const face of ['caveat-brush', 'patrick-hand'] as const) {
      const layout = layoutWall(input(all, { face }));
      expectSound(layout, all);
      expect(Math.min(...layout.words.map(({ size }) => size))).toBeGreaterThanOrEqual(24);
      const set = layout.words.find(({ id }) => id === 'phrase')!;
      expect(set.lines.length).toBeLessThanOrEqual(3);
      expect(set.width).toBeLessThanOrEqual(0.38 * AREA.width + 0.01);
    }
  });

  test('lays words of one group in one zone', () => {
    const all = words(40).map((word, at) => ({ ...word, group: `group ${at % 5}` }));
    const zones = new Map<string, Set<number>>();
    for (const { id, zone } of layoutWall(input(all)).words) {
      const { group } = all.find((word) => word.id === id)!;
      zones.set(group, (zones.get(group) ?? new Set()).add(zone));
    }
    expect([...zones.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('counts', () => {
  // A word that no line could hold otherwise is set smaller, and its count with it.
  const all = words(30).filter(({ text }) => text.length < 26);
  const counts = (layout: WallLayout) => layout.words.map(({ count }) => count?.text);

  test('stand behind each word that two or more cards say, all as large, and smaller than any word', () => {
    const layout = layoutWall(input(all));
    const given = new Map(all.map((word) => [word.id, word.count]));
    expect(counts(layout)).toEqual(
      layout.words.map(({ id }) => (given.get(id)! >= 2 ? String(given.get(id)) : undefined))
    );
    const sizes = layout.words.flatMap(({ count }) => count?.size ?? []);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(0.001);
    expect(Math.max(...sizes)).toBeLessThan(Math.min(...layout.words.map(({ size }) => size)));
  });

  test('are left out on wish, and come and go in an update', () => {
    const bare = layoutWall(input(all, { counts: false }));
    expect(new Set(counts(bare))).toEqual(new Set([undefined]));
    const shown = layoutWall(input(all, { previous: bare, mode: 'update' }));
    expectSound(shown, all);
    expect(shown.words.filter(({ count }) => count).length).toBeGreaterThan(5);
    const again = layoutWall(input(all, { previous: shown, mode: 'update', counts: false }));
    expect(new Set(counts(again))).toEqual(new Set([undefined]));
  });

  test('of a second card leave the letters where they are', () => {
    const one = [{ id: 'nav', text: 'Nav', count: 1 }];
    const before = layoutWall(input(one));
    const after = layoutWall(input([{ ...one[0]!, count: 2 }], { previous: before, mode: 'update' }));
    const [was, is] = [before.words[0]!, after.words[0]!];
    expect(is.count!.text).toBe('2');
    const middle = ({ lines, size }: SetWord) =>
      lines[0]!.x + (letteringOf('caveat-brush').extent('Nav').width / 20_000) * size;
    expect(middle(is)).toBeCloseTo(middle(was), 6);
  });
});

describe('a word that finds no room in its zone', () => {
  test('has the ink of those whom it stands among', () => {
    const all = words(90);
    const { words: set, scale } = layoutWall(input(all));
    const strayed = set.filter((word) => {
      const near = set.filter((one) => one !== word && distanceBetween(one, word) < scale * 1.2);
      return near.length > 0 && near.every(({ zone }) => zone !== word.zone);
    });
    expect(strayed.map(({ id }) => id)).toEqual([]);
  });
});

describe('five words', () => {
  test('stand all around the question', () => {
    const all = words(5).map((word, at) => ({ ...word, count: 1, group: `group ${at}` }));
    const { words: set } = layoutWall(input(all, { links: [] }));
    const halves = set.map((word) => {
      const { x, y } = middleOf(word);
      return `${x < AREA.width / 2 ? 'left' : 'right'} ${y < AREA.height / 2 ? 'above' : 'below'}`;
    });
    expect(new Set(halves).size).toBe(4);
  });
});

describe('a word with kin in another group', () => {
  test('stands among its own', () => {
    const all = words(25).map((word, at) => ({ ...word, group: `group ${at % 5}` }));
    const stray = { a: 'word-20', b: 'word-1', likeness: 1 };
    const { words: set } = layoutWall(input(all, { links: [stray] }));
    const word = set.find(({ id }) => id === stray.a)!;
    const nearest = (zone: number) =>
      Math.min(
        ...set.filter((one) => one.zone === zone && one !== word).map((one) => distanceBetween(one, word))
      );
    const others = new Set(set.map(({ zone }) => zone).filter((zone) => zone !== word.zone));
    expect(nearest(word.zone)).toBeLessThan(Math.min(...[...others].map(nearest)));
  });
});

describe('whatever comes', () => {
  const odd = fc.record({
    text: fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('x'.repeat(200), '🤷🏽‍♀️', '你好 世界', 'مرحبا', '  ', 'a b c d e f g')
    ),
    count: fc.constantFrom(1, 2, 5, 0, -3, 1e9, NaN, Infinity, 1.5)
  });
  const area = fc.constantFrom(AREA, { width: 320, height: 200 }, { width: 1024, height: 768 });

  test('is sound, fresh, updated and settled', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 40 }), fc.nat(40), area, (some, from, size) => {
        const all = some.map((word, at) => ({ ...word, id: `word-${at}` }));
        const first = all.slice(0, from);
        let layout = layoutWall(input(first, { area: size }));
        expectSound(layout, first);
        layout = layoutWall(input(all, { area: size, previous: layout, mode: 'update' }));
        expectSound(layout, all);
        layout = layoutWall(input(all.slice(1), { area: size, previous: layout, mode: 'settle' }));
        expectSound(layout, all.slice(1));
      }),
      { numRuns: process.env.DEEP ? 1_000 : 60 }
    );
  });
});

describe('an update', () => {
  test('leaves everybody where they are, and sound, card by card', () => {
    const all = words(90);
    let layout = layoutWall(input(all.slice(0, 1)));
    let moved = 0;
    for (let at = 2; at <= all.length; at++) {
      const before = new Map(layout.words.map((word) => [word.id, middleOf(word)]));
      layout = layoutWall(
        input(all.slice(0, at), { previous: layout, mode: layout.full ? 'settle' : 'update' })
      );
      expectSound(layout, all.slice(0, at));
      if (layout.full) continue;
      for (const word of layout.words) {
        const old = before.get(word.id);
        if (old && Math.hypot(old.x - middleOf(word).x, old.y - middleOf(word).y) > 60.01) moved++;
      }
    }
    // Those of the settlings.
    expect(moved).toBeLessThan(all.length * 10);
  });

  test('moves hardly anything where a word gets one card more', () => {
    const all = words(20);
    const before = layoutWall(input(all));
    const more = all.map((word) => (word.id === 'word-9' ? { ...word, count: word.count + 1 } : word));
    const after = layoutWall(input(more, { previous: before, mode: 'update' }));
    const moves = before.words.map((word) => {
      const [was, is] = [middleOf(word), middleOf(after.words.find(({ id }) => id === word.id)!)];
      return Math.hypot(was.x - is.x, was.y - is.y);
    });
    expect(Math.max(...moves)).toBeLessThanOrEqual(60.01);
    expect(moves.reduce((sum, move) => sum + move, 0)).toBeLessThanOrEqual(60.01);
  });

  test.each([2, 3, 6])(
    'of many cards at once moves nobody farther than one may, however often they are pushed: %i',
    (every) => {
      const few = ['Samordnare', 'Nav', 'Kunskapsförmedlare', 'Länk till näringslivet', 'Bro'];
      const all = words(120).map((word, at) => ({ ...word, text: `${few[at % few.length]} ${at}` }));
      const previous = layoutWall(input(all.slice(0, 90), { links: [] }));
      const more = all.map((word, at) =>
        at < 90 && at % every === 0 ? { ...word, count: word.count + 4 } : word
      );
      const layout = layoutWall(input(more, { links: [], previous, mode: 'update' }));
      expectSound(layout, more);
      const now = new Map(layout.words.map((word) => [word.id, word]));
      for (const word of previous.words) {
        const is = now.get(word.id)!;
        // Letters stay in their middle, whatever count comes behind them.
        expect(far(word, is)).toBeLessThanOrEqual(60.01 + Math.abs(is.width - word.width) / 2);
      }
    }
  );

  test('opens zones while the wall grows, and no word leaves its own, settled or not', () => {
    const all = words(90);
    const chosen = new Map<string, number>();
    let layout = layoutWall(input(all.slice(0, 1)));
    for (let at = 2; at <= all.length; at++) {
      const mode = at % 20 === 0 ? 'settle' : 'update';
      layout = layoutWall(input(all.slice(0, at), { previous: layout, mode }));
      for (const { id, zone } of layout.words) expect(zone).toBe(chosen.get(id) ?? zone);
      for (const { id, zone } of layout.words) chosen.set(id, zone);
      expect(layout.zones.length).toBeLessThanOrEqual(INKS.length);
    }
    const sizes = layout.zones.map((_, zone) => layout.words.filter((word) => word.zone === zone).length);
    expect(sizes.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThan(45);
  });

  test('lets a word of a group into its group, and a new group open a zone', () => {
    const grouped = (count: number, group: (at: number) => string) =>
      words(count).map((word, at) => ({ ...word, group: group(at) }));
    const previous = layoutWall(
      input(
        grouped(8, (at) => `group ${at % 2}`),
        { links: [] }
      )
    );
    const all = grouped(12, (at) => (at < 10 ? `group ${at % 2}` : 'group new'));
    const { words: set } = layoutWall(input(all, { links: [], previous, mode: 'update' }));
    const zones = new Map(all.map(({ id, group }) => [set.find((word) => word.id === id)!.zone, group]));
    expect(zones.size).toBe(3);
    for (const { id, group } of all) expect(zones.get(set.find((word) => word.id === id)!.zone)).toBe(group);
  });

  test.each(['update', 'settle'] as const)('to another area, question or face lays all anew: %s', (mode) => {
    const all = words(30);
    const previous = layoutWall(input(all));
    const others: Partial<WallInput>[] = [
      { area: { width: 1024, height: 768 } },
      { centre: 'Vad gör du?' },
      { centre: '' },
      { face: 'patrick-hand' }
    ];
    for (const other of others) {
      const anew = layoutWall(input(all, { ...other, previous, mode }));
      expect(anew).toEqual(layoutWall(input(all, other)));
    }
    const centre = undefined;
    const bare = layoutWall(input(all, { centre }));
    for (const other of [{ face: 'patrick-hand' as const }, { area: { width: 1920, height: 1081 } }])
      expect(layoutWall(input(all, { ...other, centre, previous: bare, mode }))).toEqual(
        layoutWall(input(all, { ...other, centre }))
      );
  });

  test('with words merged away and others in other words is sound, and moves nobody far', () => {
    let before = layoutWall(input(words(60)));
    for (let turn = 0; turn < 10; turn++) {
      const all = words(60)
        .filter((_, at) => at % 10 !== turn)
        .map((word, at) => ({
          ...word,
          count: word.count + (at % 4 === turn % 4 ? 2 : 0),
          text: at % 7 === turn % 7 ? `${word.text} i hela länet` : word.text
        }));
      const after = layoutWall(input(all, { previous: before, mode: 'update' }));
      expectSound(after, all);
      const old = new Map(before.words.map((word) => [word.id, word]));
      for (const word of after.words) {
        const was = old.get(word.id);
        // The letters' middle stays, so that the box's moves by half of what a count takes too.
        if (was) expect(far(was, word)).toBeLessThanOrEqual(60.01 + Math.abs(was.width - word.width) / 2);
        if (was) expect(word.zone).toBe(was.zone);
      }
      before = after;
    }
  });

  test('a word that goes leaves the others alone', () => {
    const all = words(30);
    const before = layoutWall(input(all));
    const after = layoutWall(input(all.slice(0, 29), { previous: before, mode: 'update' }));
    for (const word of after.words) expect(before.words.find(({ id }) => id === word.id)).toEqual(word);
  });
});

describe('a wall that grew card by card', () => {
  const PHRASES = [
    'Öppnar dörrar åt andra',
    'En trygg hamn',
    'Länk till staten',
    'Bygger broar',
    'Ser hela bilden'
  ];
  const all = words(60).map((word, at) =>
    at % 4 === 3 ? { ...word, text: `${PHRASES[at % PHRASES.length]} ${at}`, count: 1 } : word
  );
  // Five families, each a chain of kin.
  const kin = all.slice(5).map(({ id }, at) => ({ a: all[at]!.id, b: id, likeness: 0.5 + (at % 7) / 20 }));
  const grown = (seed: number) => {
    const order = shuffled(all, seed);
    let live = layoutWall(input(order.slice(0, 1), { links: kin }));
    for (let at = 2; at <= order.length; at++)
      live = layoutWall(input(order.slice(0, at), { links: kin, previous: live, mode: 'update' }));
    const given = input(order, { links: kin });
    return { live, given, settled: layoutWall({ ...given, previous: live, mode: 'settle' }) };
  };
  const walls = [1, 2, 3, 4, 5, 6].map(grown);

  test('is sound once it has settled', () => {
    for (const { settled, given } of walls) expectSound(settled, [...given.words]);
  });

  test('sends strays home when it settles', () => {
    const share = (of: 'live' | 'settled') => meanOf(walls.map((wall) => straysOf(wall[of])));
    expect(share('live')).toBeGreaterThan(0.1);
    expect(share('settled')).toBeLessThan(0.06);
  });

  test('breaks few phrases, and leaves none broken that has room on one line when it settles', () => {
    const breaks = (of: 'live' | 'settled') => walls.map((wall) => breaksOf(wall.given, wall[of]));
    expect(meanOf(breaks('live').map(({ broken }) => broken))).toBeLessThan(0.12);
    expect(meanOf(breaks('settled').map(({ needless }) => needless))).toBeLessThan(0.01);
  });
});
