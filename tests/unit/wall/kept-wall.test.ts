/** What is laid when: pure, by a wall that is kept and what is there now. */
import { describe, expect, test } from 'vitest';
import { PLAIN_WALL } from '../../../src/lib/domain/meeting/wall-settings.ts';
import { keptAs, nextLaying, standingNow, WALL_AREA } from '../../../src/lib/domain/wall/kept-wall.ts';
import type { KeptWall, WallNow } from '../../../src/lib/domain/wall/kept-wall.ts';
import { layoutWall } from '../../../src/lib/domain/wall/layout/layout-wall.ts';
import { settlesIn } from '../../../src/lib/domain/wall/settle-rule.ts';
import { wordsOf } from '../../../src/lib/domain/wall/words.ts';

const AT = 1_800_000_000_000;

/** Cards as "text" or "text@cluster". */
function now(cards: readonly string[], more: Partial<WallNow> = {}): WallNow & { seq: number } {
  const notes = cards.map((card, at) => {
    const [text, cluster] = card.split('@');
    return { id: `note-${at}`, fields: { text: text! }, ...(cluster ? { cluster } : {}) };
  });
  const clusters = Object.fromEntries(
    notes.flatMap(({ cluster, fields }) => (cluster ? [[cluster, { label: fields.text }]] : []))
  );
  return {
    words: wordsOf(notes, clusters),
    settings: PLAIN_WALL,
    question: 'Vem är du?',
    closed: false,
    tidy: false,
    at: AT,
    seq: cards.length,
    ...more
  };
}

function lay(kept: KeptWall | undefined, then: WallNow & { seq: number }): KeptWall {
  const { laying } = nextLaying(kept, then);
  if (!laying) throw new Error('nothing to lay');
  const layout = layoutWall({
    ...laying,
    words: laying.standing,
    links: [],
    face: laying.face,
    area: WALL_AREA,
    centre: laying.question
  });
  return keptAs(kept, laying, layout, then);
}
const idsOn = ({ picture }: KeptWall) => picture.layout.words.map(({ id }) => id).sort();

describe('what is laid next', () => {
  test('nothing without words; then afresh; then nothing until something changes', () => {
    expect(nextLaying(undefined, now([]))).toEqual({});
    const kept = lay(undefined, now(['Nav', 'Motor']));
    expect(kept.picture).toMatchObject({ version: 1, seq: 2, face: 'caveat-brush' });
    expect(nextLaying(kept, now(['Nav', 'Motor']))).toEqual({});
    expect(nextLaying(kept, now(['Nav', 'Motor', 'Karta'])).laying?.mode).toBe('update');
    expect(nextLaying(kept, now(['Nav', 'Motor', 'Nav'])).laying?.mode).toBe('update');
    expect(nextLaying(kept, now(['Nav'])).laying?.mode).toBe('update');
  });

  test.each([
    ['another question', { question: 'Vem är vi?' }],
    ['another hand', { settings: { ...PLAIN_WALL, face: 'patrick-hand' } }]
  ] as const)('with %s it is laid anew', (_, more) => {
    const kept = lay(undefined, now(['Nav', 'Motor']));
    expect(nextLaying(kept, now(['Nav', 'Motor'], more)).laying).toBeDefined();
  });

  test('a word that lay nowhere keeps its place when it has a cluster', () => {
    const kept = lay(undefined, now(['Nav', 'Motor']));
    const { laying } = nextLaying(kept, now(['Nav@cluster-nav', 'Motor']));
    const [before, after] = [kept.picture.layout, laying!.previous!].map(({ words }) =>
      words.map(({ x, y }) => [x, y])
    );
    expect(after).toEqual(before);
    expect(laying!.previous!.words.map(({ id }) => id)).toContain('cluster-nav');
    expect(idsOn(lay(kept, now(['Nav@cluster-nav', 'Motor'])))).toEqual(['cluster-nav', 'motor']);
  });

  test('a word does not take the place of one that it was merged into', () => {
    const kept = lay(undefined, now(['Nav@a', 'Motor@b']));
    const { laying } = nextLaying(kept, now(['Nav@a', 'Motor@a']));
    expect(laying!.previous).toBe(kept.picture.layout);
    expect(idsOn(lay(kept, now(['Nav@a', 'Motor@a'])))).toEqual(['a']);
  });

  test('a leader chooses how many stand; the others are known', () => {
    const cards = ['Nav', 'Nav', 'Motor', 'Motor', 'Motor', 'Karta'];
    const kept = lay(undefined, now(cards));
    const shown = { settings: { ...PLAIN_WALL, shown: 2 } };
    expect(nextLaying(kept, now(cards, shown)).laying?.mode).toBe('settle');
    const fewer = lay(kept, now(cards, shown));
    expect(idsOn(fewer)).toEqual(['motor', 'nav']);
    expect(fewer.picture.words.map(({ id }) => id)).toEqual(['motor', 'nav', 'karta']);
    expect(nextLaying(fewer, now(cards, shown))).toEqual({});
  });

  test('a locked wall stands, counts and all; what has been taken back leaves it, and what was renamed is', () => {
    const locked = { settings: { ...PLAIN_WALL, locked: true } };
    const kept = lay(undefined, now(['Nav@a', 'Nav@a', 'Motor@b', 'Karta@c']));
    const more = lay(kept, now(['Nav@a', 'Nav@a', 'Motor@b', 'Karta@c', 'Motor@b', 'Lupp@d'], locked));
    expect(more.picture.layout).toEqual(kept.picture.layout);
    expect(more.picture.words.map(({ count }) => count)).toEqual([2, 2, 1, 1]);
    expect(
      nextLaying(more, now(['Nav@a', 'Nav@a', 'Motor@b', 'Karta@c', 'Motor@b', 'Lupp@d'], locked))
    ).toEqual({});
    const less = lay(more, now(['Nav@a', 'Motor@b', 'Lupp@d'], locked));
    expect(idsOn(less)).toEqual(['a', 'b']);
    expect(nextLaying(less, now(['Nav@a', 'Motor@b', 'Lupp@d'])).laying?.standing).toHaveLength(3);
  });

  test('a word that left a locked wall and comes back stands where it stood', () => {
    const locked = { settings: { ...PLAIN_WALL, locked: true } };
    const kept = lay(undefined, now(['Nav@a', 'Nav@a', 'Motor@b', 'Karta@c']));
    const without = lay(kept, now(['Motor@b', 'Karta@c'], locked));
    expect(idsOn(without)).toEqual(['b', 'c']);
    const back = lay(without, now(['Nav@a', 'Nav@a', 'Motor@b', 'Karta@c'], locked));
    expect(back.picture.layout).toEqual(kept.picture.layout);
    expect(back.away).toEqual([]);
    expect(lay(without, now(['Motor@b', 'Lupp@d'])).away).toBeUndefined();
  });

  test('a locked wall keeps its hand and its question', () => {
    const kept = lay(undefined, now(['Nav@a', 'Motor@b']));
    const more = {
      question: 'Vem är vi?',
      settings: { ...PLAIN_WALL, locked: true, face: 'patrick-hand' }
    } as const;
    const { picture } = lay(kept, now(['Nav@a', 'Motor@b', 'Karta@c'], more));
    expect(picture.face).toBe('caveat-brush');
    expect(picture.layout).toEqual(kept.picture.layout);
  });

  test('of very many words as many stand as can be read; all are known', () => {
    const { laying } = nextLaying(undefined, now(Array.from({ length: 450 }, (_, at) => `Ord ${at}`)));
    expect([laying!.standing.length, laying!.words.length]).toEqual([400, 450]);
  });

  test('what was withdrawn, and what is called otherwise now, is on no picture of this moment', () => {
    const { picture } = lay(undefined, now(['Nav@a', 'Motor@b', 'Karta@c']));
    const { words } = now(['Nav@a', 'Spindel@b']);
    const seen = standingNow(picture, words);
    expect(seen.words.map(({ text }) => text)).toEqual(['Nav']);
    expect(seen.layout.words.map(({ id }) => id)).toEqual(['a']);
    expect(standingNow(picture, now(['Nav@a', 'Motor@b', 'Karta@c', 'Lupp@d']).words)).toBe(picture);
  });

  test('tidying sets in order, once', () => {
    const kept = lay(undefined, now(['Nav', 'Motor']));
    const tidy = now(['Nav', 'Motor'], { tidy: true });
    expect(nextLaying(kept, tidy).laying?.mode).toBe('settle');
    expect(nextLaying(lay(kept, tidy), now(['Nav', 'Motor']))).toEqual({});
  });
});

describe('a full wall settles', () => {
  const full = (cards: number) => {
    const kept = lay(undefined, now(['Nav']));
    const { picture, settled } = kept;
    return {
      ...kept,
      settled: { ...settled, cards },
      picture: { ...picture, layout: { ...picture.layout, full: true } }
    };
  };
  const many = Array.from({ length: 60 }, (_, at) => `Ord ${at}`);

  test('after fifty cards and twenty seconds, and says when to ask again', () => {
    expect(nextLaying(full(1), now(many, { at: AT + 20_000 })).laying?.mode).toBe('settle');
    const soon = nextLaying(full(1), now(many, { at: AT + 5_000 }));
    expect(soon.laying?.mode).toBe('update');
    expect(soon.again).toBe(15_000);
    expect(nextLaying(full(11), now(many, { at: AT + 90_000 })).laying?.mode).toBe('update');
  });

  test('once when nobody writes any more', () => {
    expect(settlesIn({ full: true, cards: 3, milliseconds: 30_000, closed: true })).toBe(0);
    expect(settlesIn({ full: true, cards: 0, milliseconds: 30_000, closed: true })).toBeUndefined();
    expect(settlesIn({ full: true, cards: 49, milliseconds: 30_000, closed: false })).toBeUndefined();
  });

  test('not while it is locked', () => {
    const locked = { settings: { ...PLAIN_WALL, locked: true }, at: AT + 90_000 };
    expect(nextLaying(full(1), now(many, locked)).laying?.mode).toBe('update');
  });
});
