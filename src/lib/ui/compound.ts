/**
 * Where a long compound may be broken. Browsers lack a Swedish dictionary often enough, and then break anywhere: here the
 * joints that can be told by their linking s get a soft hyphen. For what is shown alone, never for what is kept.
 */
const LONG = /\p{L}{17,}/gu;
const JOINT =
  /(?:ings|hets|skaps|ions|tets|ments|nads|ands|stånds|livs|ens|els|(?<!ti)lls|ets)(?=\p{L}{4})/giu;

export function breakable(text: string): string {
  return text.replace(LONG, (word) => word.replace(JOINT, '$&\u00AD'));
}

/** How many letters the longest piece has that is never broken: what a column must hold. */
export function longestPiece(text: string): number {
  const pieces = breakable(text).split(/[\s\u00AD-]+/u);
  return Math.max(0, ...pieces.map((piece) => [...piece].length));
}
