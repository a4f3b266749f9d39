/** What sentences stand on: numbers in the text, and the cards at its end. */
import { expect, test } from 'vitest';
import type { Block, Figure, Origin } from '../../../src/lib/domain/document/document.ts';
import { referringHtml } from '../../../src/lib/domain/document/html.ts';
import { references, wordsBehind } from '../../../src/lib/domain/document/references.ts';

const CARDS: Readonly<Record<string, string>> = { n1: 'Samordnare', n2: 'Den som samlar', n3: 'Nav' };
const cardsOf = ({ notes }: Origin) =>
  notes.flatMap((id) => (CARDS[id] ? [{ text: CARDS[id], more: '', who: 'Region Norrskog' }] : []));
const on = (...notes: string[]): Origin => ({ meeting: 'm1', prompt: 'p1', notes });
const html = (runs: { text: string; bold?: boolean; origin?: Origin }[]) => {
  const { all, refer } = references(cardsOf);
  const blocks: Block[] = [{ kind: 'paragraph', runs }];
  return { html: referringHtml(blocks, refer), all };
};

test('a sentence has one number, however many hands it is written in, and the same again', () => {
  const origin = on('n1', 'n2');
  const { html: written, all } = html([
    { text: 'Någon håller ', origin },
    { text: 'ihop', bold: true, origin },
    { text: '. Ingen äger. ' },
    { text: 'Alla väntar.', origin: on('n3') },
    { text: ' Någon håller ihop.', origin }
  ]);
  expect(written.replaceAll(/<sup[^>]*><a href="#cards-(\d)"[^>]*>\1<\/a><\/sup>/g, '[$1]')).toBe(
    '<p>Någon håller <strong>ihop</strong>[1]. Ingen äger. Alla väntar.[2] Någon håller ihop.[1]</p>'
  );
  expect(all.map(({ number, cards }) => [number, cards.length])).toEqual([
    [1, 2],
    [2, 1]
  ]);
});

test('nothing leads to a card that says the same, or that is gone', () => {
  const { html: written, all } = html([
    { text: 'SAMORDNARE', origin: on('n1') },
    { text: 'Borta', origin: on('n9') }
  ]);
  expect(written).toBe('<p>SAMORDNAREBorta</p>');
  expect(all).toEqual([]);
});

test('ids of cards are not in the page', () => {
  expect(html([{ text: 'Alla väntar.', origin: on('n3') }]).html).not.toMatch(/n3|m1|p1|data-/);
});

test('each word of a picture has its cards, once; its count is no word', () => {
  const text = (id: string, said: string, part?: 'count') => ({
    ...{ id, face: 'caveat-brush' as const, size: 40, ink: '#000000' },
    ...(part ? { part } : {}),
    lines: [{ text: said, x: 0, baseline: 0 }]
  });
  const figure: Figure = {
    kind: 'figure',
    alt: '',
    scene: {
      ...{ area: { width: 1, height: 1 }, title: '', description: '', background: '#ffffff', strokes: [] },
      texts: [text('w1', 'Samordnare'), text('w1', '2', 'count'), text('w2', 'Borta'), text('w3', 'Utan')]
    },
    origins: { w1: on('n1', 'n2'), w2: on('n9') }
  };
  expect(wordsBehind(figure, cardsOf)).toMatchObject([{ word: 'Samordnare', cards: [{}, {}] }]);
});
