import { describe, expect, it } from 'vitest';
import { Analyser } from '../../../src/lib/domain/clustering/analysis.ts';
import { english } from '../../../src/lib/domain/clustering/languages/english.ts';
import { swedish } from '../../../src/lib/domain/clustering/languages/swedish.ts';
import { Lexicon } from '../../../src/lib/domain/clustering/lexicon.ts';
import { editsBetween, fold, wordsIn } from '../../../src/lib/domain/clustering/letters.ts';
import { words } from '../../fixtures/clustered.ts';

const { sv, en } = words();
const swedishFirst = new Analyser([
  { language: swedish, lexicon: sv },
  { language: english, lexicon: en }
]);
const englishFirst = new Analyser([
  { language: english, lexicon: en },
  { language: swedish, lexicon: sv }
]);
const keys = (text: string, analyser = swedishFirst) => analyser.analyse(text).tokens.map(({ key }) => key);

describe('letters', () => {
  it('case and accents do not count, whatever way they were typed', () => {
    expect(fold('PÅDRIVARE')).toBe('padrivare');
    expect(fold('pa\u030Adrivare')).toBe('padrivare');
  });

  it('emoji and marks are no words', () => {
    expect(wordsIn('Inspirerande ⭐, ja! 👩‍💻')).toEqual(['inspirerande', 'ja']);
    expect(wordsIn('🤷')).toEqual([]);
  });

  it('counts edits, a swap as one, and gives up beyond the limit', () => {
    expect(editsBetween('samordnare', 'samordanre', 2)).toBe(1);
    expect(editsBetween('samodnare', 'samordnare', 2)).toBe(1);
    expect(editsBetween('nav', 'samordnare', 2)).toBe(3);
  });
});

describe('roots', () => {
  it.each([
    [['samordnare', 'samordna', 'samordnar', 'samordning', 'Samordnarna', 'samordnande']],
    [['koordinator', 'koordinera', 'koordinering']],
    [['facilitator', 'facilitera', 'facilitatör', 'facilitering']],
    [['analytiker', 'analys', 'analysera']],
    [['inspiratör', 'inspiration', 'inspirerar']],
    [['lobbyist', 'lobba', 'lobbying']],
    [['stödjare', 'stödja', 'stöd']],
    [['påverkare', 'påverkan', 'påverka', 'paverkare']],
    [['nätverk', 'nätverkare', 'nätverkande']]
  ])('%j are one word', (family) => {
    expect(new Set(family.map((word) => keys(word).join(' '))).size).toBe(1);
  });

  it.each([
    [['coordinator', 'coordination', 'coordinate', 'coordinating']],
    [['advisor', 'adviser', 'advice', 'advisory']],
    [['analyst', 'analysis', 'analyze', 'analyse']],
    [['manager', 'management', 'manage']]
  ])('%j are one word in English', (family) => {
    expect(new Set(family.map((word) => keys(word, englishFirst).join(' '))).size).toBe(1);
  });

  it('a suffix comes off only where the dictionary has what is left', () => {
    const small = new Lexicon('[suffixes]\nA\t\tn\t.\n[words]\nvandrare\tA\nflygare\tA\nflyga\tP\n');
    const analyser = new Analyser([{ language: swedish, lexicon: small }]);
    expect(keys('flygaren', analyser)).toEqual(['flyga']);
    expect(keys('vandraren', analyser)).toEqual(['vandrare']);
  });

  it('compounds come apart at their linking s, and without it', () => {
    expect(keys('kunskapsspridare')).toEqual(keys('kunskapspridare'));
    expect(swedishFirst.analyse('kunskapsspridare').tokens[0]!.parts).toHaveLength(2);
    expect(keys('samordnare')).toEqual(['samordna']);
  });

  it('a verb and its particle are one word where the dictionary confirms it', () => {
    expect(keys('driva på')).toEqual(keys('pådrivare'));
    expect(keys('följa upp')).toEqual(keys('uppföljning'));
    expect(keys('satta igang')).toEqual(keys('sätta igång'));
    expect(keys('lyssna på alla')).toEqual(keys('lyssna'));
  });

  it('words of the question weigh less', () => {
    const weight = (analyser: Analyser) => analyser.analyse('klimatsamordnare').tokens[0]!.parts[0]!.weight;
    const asking = swedishFirst.asking('Vilken roll har vi i klimatomställningen?');
    expect(weight(asking)).toBeLessThan(weight(swedishFirst) / 2);
  });

  it('reads a card in the other language, too', () => {
    expect(keys('opening doors')).toEqual(keys('opening doors', englishFirst));
  });

  it('reads a slip as what was meant, and leaves a word that nobody knows as it is', () => {
    expect(keys('samodnare')).toEqual(keys('samordnare'));
    expect(keys('asdfghjkl')).toEqual(['asdfghjkl']);
  });
});
