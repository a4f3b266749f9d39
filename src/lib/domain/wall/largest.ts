/** Looking for a scale takes attempts, and an attempt takes a while: so as few as will do. */

const STRIDE = 1.06;
/** Nobody sees a smaller difference. */
const CLOSE = 1.02;

/**
 * The largest scale up to `most`, to some two per cent, at which `attempt` gives something. Looked for from `guess` on; at a scale
 * that is small enough everything fits.
 */
export function largestThatFits<T>(
  most: number,
  guess: number,
  attempt: (scale: number) => T | undefined
): T {
  let scale = Math.min(most, guess);
  let found = attempt(scale);
  let tooLarge = Infinity;
  while (!found) {
    tooLarge = scale;
    scale /= STRIDE;
    found = attempt(scale);
  }
  while (tooLarge === Infinity && scale < most) {
    const larger = Math.min(most, scale * STRIDE);
    const better = attempt(larger);
    if (better) [scale, found] = [larger, better];
    else tooLarge = larger;
  }
  while (tooLarge < Infinity && tooLarge / scale > CLOSE) {
    const middle = (tooLarge + scale) / 2;
    const better = attempt(middle);
    if (better) [scale, found] = [middle, better];
    else tooLarge = middle;
  }
  return found;
}
