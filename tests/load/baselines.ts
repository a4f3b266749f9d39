/** What other tools do with the same cards: count equal letters, cut endings off, or compare words or letters in bulk. */
import snowball from 'snowball-stemmers';
import { foldKey } from '../../src/lib/domain/text.ts';

export function exact(texts: readonly string[]): string[] {
  return texts.map(foldKey);
}

/** Snowball's stems, as search engines use them: the same stems in any order are the same card. */
export function stems(texts: readonly string[], language: 'sv' | 'en'): string[] {
  return texts.map((text) => [...new Set(stemsOf(text, language))].sort().join(' ') || text);
}

/** Average linkage on the cosine of weighted stems, until no two clusters are more alike than `least`. */
export function tfIdf(texts: readonly string[], language: 'sv' | 'en', least: number): string[] {
  return linked(
    cosines(
      texts.map((text) => stemsOf(text, language)),
      true
    ),
    least
  );
}

/** The same on runs of three letters, without weights. */
export function nGrams(texts: readonly string[], least: number): string[] {
  const grams = texts.map((text) => {
    const padded = ` ${foldKey(text)} `;
    return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
  });
  return linked(cosines(grams, false), least);
}

function stemsOf(text: string, language: 'sv' | 'en'): string[] {
  const stemmer = snowball.newStemmer(language === 'sv' ? 'swedish' : 'english');
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => stemmer.stem(word));
}

function cosines(bags: readonly (readonly string[])[], weighed: boolean): number[][] {
  const having = new Map<string, number>();
  for (const bag of bags) for (const term of new Set(bag)) having.set(term, (having.get(term) ?? 0) + 1);
  const vectors = bags.map((bag) => {
    const vector = new Map<string, number>();
    for (const term of bag) vector.set(term, (vector.get(term) ?? 0) + 1);
    if (weighed)
      for (const [term, n] of vector) vector.set(term, n * Math.log(bags.length / having.get(term)! + 1));
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([term, n]) => [term, n / length]));
  });
  return vectors.map((a) =>
    vectors.map((b) => [...a].reduce((sum, [term, n]) => sum + n * (b.get(term) ?? 0), 0))
  );
}

function linked(alike: readonly (readonly number[])[], least: number): string[] {
  const groups = alike.map((_, index) => [index]);
  for (;;) {
    let best = { score: least, a: -1, b: -1 };
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        let sum = 0;
        for (const i of groups[a]!) for (const j of groups[b]!) sum += alike[i]![j]!;
        const score = sum / (groups[a]!.length * groups[b]!.length);
        if (score > best.score) best = { score, a, b };
      }
    }
    if (best.a < 0) break;
    groups[best.a]!.push(...groups[best.b]!);
    groups.splice(best.b, 1);
  }
  const clusters: string[] = [];
  groups.forEach((group, index) => group.forEach((card) => (clusters[card] = String(index))));
  return clusters;
}
