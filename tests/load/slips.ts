/** Cards written once more with a slip, or without accents: do they land where the rightly spelt one lies? */
import { clustered } from '../fixtures/clustered.ts';
import type { GoldFile } from '../fixtures/gold.ts';
import { chanceOf } from '../fixtures/random.ts';
import type { Chance } from '../fixtures/random.ts';

export interface Landed {
  share: number;
  tried: number;
  /** What landed elsewhere. */
  astray: string[];
}

/** Words shorter than this are other words with one letter changed. */
const SHORTEST = 5;

export function slips(file: GoldFile): { typos: Landed; accents: Landed } {
  const chance = chanceOf(11);
  const { texts } = lying(file);
  const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
  return {
    typos: land(
      file,
      texts.flatMap((text, index) => (isWord(text) ? [[index, slipped(text, chance)]] : []))
    ),
    accents: land(
      file,
      texts.flatMap((text, index) => (bare(text) === text.normalize('NFC') ? [] : [[index, bare(text)]]))
    )
  };
}

function lying({ cards, language, question }: GoldFile) {
  const texts = cards.map(({ text }) => text);
  return { texts, ...clustered(texts, { language, question, packs: false }) };
}

function land(file: GoldFile, tries: readonly (readonly [number, string] | (string | number)[])[]): Landed {
  const { placer, clusters, texts } = lying(file);
  const astray = tries.flatMap(([index, text]) => {
    const { cluster } = placer.place({ id: 'slip', text: text as string });
    return cluster === clusters[index as number] ? [] : [`${texts[index as number]} -> ${text}`];
  });
  return { share: tries.length === 0 ? 1 : 1 - astray.length / tries.length, tried: tries.length, astray };
}

function isWord(text: string): boolean {
  return text.split(/[\s-]+/).some((word) => word.length >= SHORTEST && /^\p{L}+$/u.test(word));
}

/** Swaps, leaves out, doubles or replaces one letter within the longest word, but not its first. */
function slipped(text: string, chance: Chance): string {
  const word = text.split(/[\s-]+/).sort((a, b) => b.length - a.length)[0]!;
  const at = 1 + chance.int(word.length - 2);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const wrong = chance.pick([
    before + word[at + 1]! + word[at]! + word.slice(at + 2),
    before + after,
    before + word[at]! + word[at]! + after,
    before + chance.pick('aeinrstldog'.split('')) + after
  ]);
  return text.replace(word, wrong);
}
