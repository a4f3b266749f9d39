import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placerFor } from '../../../src/lib/domain/clustering/engine.ts';
import { fold } from '../../../src/lib/domain/clustering/letters.ts';
import type { Placer } from '../../../src/lib/domain/clustering/placer.ts';
import { readRolePack } from '../../../src/lib/domain/clustering/role-pack.ts';
import { score } from '../../fixtures/bcubed.ts';
import { clustered, words } from '../../fixtures/clustered.ts';
import { gold } from '../../fixtures/gold.ts';

const placer = (language: 'sv' | 'en' = 'sv', packs = true): Placer =>
  placerFor(words(packs), { question: '', language, mode: 'words' });

/** Lays texts in clusters by hand: { nav: ['nav', 'navet'] }. */
function lay(into: Placer, clusters: Record<string, string[]>): Placer {
  for (const [cluster, texts] of Object.entries(clusters)) {
    for (const text of texts) into.set({ id: text, text }, cluster);
  }
  return into;
}
/** Does something between the pieces of longer work. */
function meanwhile<T>(pieces: Generator<void, T>, act: (piece: number) => void): T {
  for (let piece = 0; ; piece++) {
    const step = pieces.next();
    if (step.done) return step.value;
    act(piece);
  }
}
const place = (into: Placer, text: string) => into.place({ id: `new ${text}`, text });

describe('a card is placed', () => {
  it.each([
    'Samordnare',
    'samordna',
    'samodnare',
    'SAMORDNING',
    'samordnar kommunernas insatser',
    'koordinator'
  ])('%s beside samordnaren', (text) => {
    expect(place(lay(placer(), { a: ['samordnaren'], b: ['brobyggare'] }), text).cluster).toBe('a');
  });

  it.each([
    ['Projektägare', 'Projektutvecklare'],
    ['kunskapsutvecklare', 'kunskapsförmedlare'],
    ['tydlig roll', 'otydlig roll'],
    ['samordna kommunerna', 'inte samordna kommunerna'],
    ['pådrivare', 'påverkare'],
    ['rådgivare', 'arbetsgivare']
  ])('%s and %s are two', (one, other) => {
    expect(place(lay(placer(), { a: [one] }), other).cluster).toBeUndefined();
  });

  it('metaphors join by the role pack, and not without it', () => {
    expect(place(lay(placer(), { a: ['pådrivare'] }), 'blåslampa').cluster).toBe('a');
    expect(place(lay(placer('sv', false), { a: ['pådrivare'] }), 'blåslampa').cluster).toBeUndefined();
  });

  it.each([
    ['sv', 'samordnare', 'coordinator', 'coordination'],
    ['sv', 'brobyggare', 'bridge builder', 'building bridges'],
    ['en', 'coordinator', 'samordnare', 'samordning'],
    ['en', 'bridge builder', 'brobyggare', 'bygga broar']
  ] as const)('in a %s meeting beside its own language: %s, %s and %s', (language, own, other, alike) => {
    const standing = lay(placer(language), { own: [own] });
    expect(place(standing, other)).toEqual({ why: { kind: 'alone' } });
    expect(place(lay(standing, { other: [other] }), alike).cluster).toBe('other');
  });

  it.each([
    '',
    '?',
    '🤷',
    'x',
    '123',
    '\u0000',
    '__proto__',
    'constructor',
    '.*+?^${}()|[]\\',
    'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
    'مرحبا',
    '你好'
  ])('in a cluster of its own where it is %j', (text) => {
    const standing = lay(placer(), { a: ['samordnare'], b: ['nav'] });
    expect(place(standing, text)).toEqual({ why: { kind: 'alone' } });
  });

  it('however long it is', () => {
    const standing = lay(placer(), { a: ['samordnare'] });
    expect(place(standing, 'a'.repeat(20_000)).cluster).toBeUndefined();
    expect(place(standing, 'ord och mer ord '.repeat(1_000)).cluster).toBeUndefined();
  });

  it('says why', () => {
    const standing = lay(placer(), { a: ['samordnare'], b: ['sprida kunskap'] });
    expect(place(standing, 'samordning').why).toMatchObject({ kind: 'form', other: 'samordnare' });
    expect(place(standing, 'samodnare').why).toMatchObject({ kind: 'typo', wrote: 'samodnare' });
    expect(place(standing, 'kunskapsspridare').why).toMatchObject({ kind: 'parts', other: 'sprida kunskap' });
    expect(place(standing, 'Samordnare!').why).toEqual({ kind: 'same', other: 'samordnare' });
    expect(place(lay(placer(), { a: ['samodnare'] }), 'samordna').why).toEqual({
      kind: 'typo',
      other: 'samodnare',
      wrote: 'samodnare',
      meant: 'samordnare'
    });
    const plain = lay(placer('sv', false), { a: ['förmedla kunskap'] });
    expect(place(plain, 'kunskapsspridare').why).toMatchObject({
      kind: 'synonym',
      pairs: [['spridare', 'förmedla']]
    });
  });
});

describe('what a person decided', () => {
  it('holds for later cards of the same word', () => {
    const standing = lay(placer('sv', false), { own: ['blåslampa'], push: ['pådrivare'] });
    standing.set({ id: 'blåslampa', text: 'blåslampa' }, 'push', true);
    expect(place(standing, 'Blåslampan').cluster).toBe('push');
  });

  it('goes before what the machine laid', () => {
    const standing = lay(placer(), { many: ['nav', 'navet', 'Nav!'] });
    standing.set({ id: 'mine', text: 'nav' }, 'own', true);
    expect(place(standing, 'navet').cluster).toBe('own');
  });

  it('is not suggested against', () => {
    const standing = lay(placer(), { a: ['samordnare'], b: ['samordning'] });
    const [first] = standing.suggestions(5, { apart: [], whole: [] });
    expect(first).toMatchObject({ kind: 'merge' });
    expect(standing.suggestions(5, { apart: [['b', 'a']], whole: [] })).toEqual([]);
  });

  it('a cluster that was kept whole is not suggested to be split', () => {
    const texts = ['samordnare', 'samordna', 'koordinator', 'fiskare', 'fiske', 'fiska'];
    const standing = lay(placer(), { a: texts });
    const split = standing.suggestions(5, { apart: [], whole: [] }).find(({ kind }) => kind === 'split');
    expect(split).toMatchObject({ cluster: 'a', notes: ['fiskare', 'fiske', 'fiska'] });
    expect(standing.suggestions(5, { apart: [], whole: ['a'] })).toEqual([]);
  });

  it('made piece by piece while cards are placed, they are about what lay there', () => {
    const { placer: standing } = clustered(gold('roles.sv.dev').cards.map(({ text }) => text));
    const before = standing.suggestions(50, { apart: [], whole: [] });
    const made = meanwhile(standing.suggesting(50, { apart: [], whole: [] }), (piece) => {
      const card = { id: `more ${piece}`, text: `samordnar ${piece} nav` };
      standing.set(card, standing.place(card).cluster ?? card.id);
    });
    expect(before.length).toBeGreaterThan(5);
    expect(made).toEqual(before);
  });

  it('of some clusters there are the same priors as of all', () => {
    const { placer: standing, clusters } = clustered(gold('roles.sv.dev').cards.map(({ text }) => text));
    const some = new Set(clusters.slice(0, 60));
    const priors = standing.priors().filter(({ a, b }) => some.has(a) && some.has(b));
    expect(priors.length).toBeGreaterThan(5);
    expect(meanwhile(standing.believing([], some), () => {})).toEqual(priors);
  });

  it('made piece by piece while cards are moved and taken away, they speak of clusters that stood', () => {
    const { placer: standing, clusters } = clustered(gold('roles.sv.dev').cards.map(({ text }) => text));
    const made = meanwhile(standing.suggesting(50, { apart: [], whole: [] }), (piece) => {
      standing.remove(String(piece));
      standing.set({ id: String(piece + 1), text: 'brobyggare' }, `moved ${piece}`);
    });
    for (const one of made) expect(clusters).toContain(one.cluster);
  });
});

describe('over all cards', () => {
  const { cards } = gold('roles.sv.dev');
  const texts = cards.map(({ text }) => text);
  const right = cards.map((card) => card.gold);

  it('the same cards in the same order lie the same way', () => {
    expect(clustered(texts).clusters).toEqual(clustered(texts).clusters);
  });

  it.each(['roles.sv.dev', 'roles.en.dev'])('shuffled arrival of %s gives F1 within 0.02', (name) => {
    const file = gold(name);
    const f1 = [1, 2, 3, 4, 5].map((seed) => {
      const { clusters } = clustered(
        file.cards.map(({ text }) => text),
        { language: file.language, packs: false, seed }
      );
      return score(
        clusters,
        file.cards.map((card) => card.gold)
      ).f1;
    });
    const mean = f1.reduce((sum, one) => sum + one, 0) / f1.length;
    expect(Math.max(...f1.map((one) => Math.abs(one - mean)))).toBeLessThanOrEqual(0.02);
  });

  it('a pinned card never moves, whatever comes after it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 20, maxLength: 60 }), fc.nat(19), (some, at) => {
        const standing = placer();
        const lying = new Map<string, string>();
        some.forEach((text, index) => {
          const id = String(index);
          const { cluster = id } = standing.place({ id, text });
          standing.set({ id, text }, index === at ? 'by hand' : cluster, index === at);
          lying.set(id, index === at ? 'by hand' : cluster);
        });
        const pinned = standing.label('by hand');
        expect(pinned).toBeDefined();
        expect(lying.get(String(at))).toBe('by hand');
        for (const suggestion of standing.suggestions(50, { apart: [], whole: [] })) {
          if (suggestion.kind === 'split') expect(suggestion.notes).not.toContain(String(at));
        }
      }),
      { numRuns: 15, seed: 3 }
    );
  });

  it('a label is the text of one of its cards', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: 1, maxLength: 40 }), (some) => {
        const standing = placer();
        some.forEach((text, index) => standing.set({ id: String(index), text }, 'all'));
        const label = standing.label('all')!;
        const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(some[Number(label.from)]!)).toBe(letters(label.text));
      }),
      { numRuns: 40, seed: 5 }
    );
  });

  it('what pairs are worth asking about stand, and are two', () => {
    const { placer: standing, clusters } = clustered(texts);
    const ids = new Set(clusters);
    for (const { a, b, likeness } of standing.priors()) {
      expect(ids.has(a) && ids.has(b) && a !== b).toBe(true);
      expect(likeness).toBeGreaterThan(0);
      expect(likeness).toBeLessThanOrEqual(1);
    }
  });

  it('a card that is gone leaves nothing behind', () => {
    const standing = lay(placer(), { a: ['samordnare'] });
    standing.remove('samordnare');
    expect(standing.label('a')).toBeUndefined();
    expect(place(standing, 'samordnare').cluster).toBeUndefined();
    standing.remove('never there');
    expect(score(clustered(texts).clusters, right).f1).toBeGreaterThan(0.85);
  });
});

describe('a word that stands where another is explained', () => {
  // WordNet tells a beekeeper as a farmer who keeps bees for honey.
  const laid = () => lay(placer('en', false), { a: ['honey'] });

  it('is worth asking about', () => {
    const into = laid();
    into.set({ id: 'beekeeper', text: 'beekeeper' }, 'b');
    expect(into.priors()).toContainEqual(expect.objectContaining({ a: 'a', b: 'b' }));
  });

  it('is a hint that joins nothing', () => {
    expect(place(laid(), 'beekeeper').cluster).toBeUndefined();
  });
});

describe('themes by example', () => {
  const themes = [
    { id: 'time', name: 'Tid' },
    { id: 'money', name: 'Pengar' }
  ];
  const laid = () => {
    const into = placerFor(words(), { question: '', language: 'sv', mode: 'sentences' });
    into.set({ id: '1', text: 'Vi behövde mer tid till möten' }, 'time', true);
    into.set({ id: '2', text: 'Mötena tog för mycket tid' }, 'time', true);
    into.set({ id: '3', text: 'Budgeten räckte inte' }, 'money', true);
    into.set({ id: '4', text: 'Det fanns inga pengar i budgeten' }, 'money', true);
    return into;
  };

  it('learn from what people laid, not from what was guessed', () => {
    const into = laid();
    // A bad guess of the machine's, and what is like it alone.
    into.set({ id: 'guess', text: 'Kaffet var kallt' }, 'money');
    into.set({ id: 'like', text: 'Kallt kaffe' }, 'alone');
    expect(into.sort(themes).find(({ card }) => card === 'like')).toBeUndefined();
  });

  it('are sorted anew when there are more examples; what a person laid stays', () => {
    const into = laid();
    into.set({ id: 'guess', text: 'Pengarna kom sent i budgeten' }, 'time');
    expect(into.sort(themes)).toEqual([expect.objectContaining({ card: 'guess', cluster: 'money' })]);
  });
});

describe('a label', () => {
  it.each([
    [['samordna', 'samordnar', 'Samordnare', 'samodnare'], 'Samordnare'],
    [['paverkare', 'Påverkare'], 'Påverkare'],
    [['uppfoljning'], 'Uppföljning'],
    [['Inspirerande ⭐'], 'Inspirerande'],
    [['SAMORDNARE'], 'Samordnare'],
    [['UNHCR'], 'UNHCR'],
    [['Bro byggare', 'brobyggare'], 'Brobyggare'],
    [['🤷'], '🤷'],
    [['<script>alert("x")</script>'], '<script>alert("x")</script>']
  ])('of %j is %s', (texts, label) => {
    expect(lay(placer(), { a: texts }).label('a')!.text).toBe(label);
  });
});

describe('a role pack', () => {
  it('has comments, roles and parts; what cannot be read is passed over', () => {
    const pack = readRolePack(
      '# x\n\nnav, hubb ,, spindeln i nätet # mer\n[delar]\nsprida, förmedla\nensam\n'
    );
    expect(pack).toEqual({ roles: [['nav', 'hubb', 'spindeln i nätet']], parts: [['sprida', 'förmedla']] });
    expect(readRolePack('')).toEqual({ roles: [], parts: [] });
    expect(readRolePack(`a, ${'b'.repeat(10_000)}`).roles).toEqual([['a']]);
  });

  it("an organisation's own one works beside the common one, or instead of it", () => {
    const asked = { question: '', language: 'sv', mode: 'words' } as const;
    const both = placerFor(words(), { ...asked, pack: { common: true, own: 'alfa, beta' } });
    expect(place(lay(both, { a: ['alfa'], b: ['pådrivare'] }), 'beta').cluster).toBe('a');
    expect(place(both, 'blåslampa').cluster).toBe('b');
    const own = placerFor(words(), { ...asked, pack: { common: false, own: 'alfa, beta' } });
    expect(place(lay(own, { a: ['alfa'], b: ['pådrivare'] }), 'beta').cluster).toBe('a');
    expect(place(own, 'blåslampa').cluster).toBeUndefined();
  });
});
