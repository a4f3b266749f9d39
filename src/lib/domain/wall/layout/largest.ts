/** Looking for a scale takes attempts, and an attempt takes a while: so as few as will do. */

/** Nobody sees a smaller difference. It is the first stride too: a guess is seldom far off, and each next stride is twice as long. */
const CLOSE = 1.015;

/**
 * The largest scale up to `most`, to some per cent, at which `attempt` gives something. Looked for from `guess` on; at a scale
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
  let stride = CLOSE;
  while (!found) {
    tooLarge = scale;
    scale /= stride;
    stride *= stride;
    found = attempt(scale);
  }
  while (tooLarge === Infinity && scale < most) {
    const larger = Math.min(most, scale * stride);
    stride *= stride;
    const better = attempt(larger);
    if (better) [scale, found] = [larger, better];
    else tooLarge = larger;
  }
  while (tooLarge < Infinity && tooLarge / scale > CLOSE + 1e-9) {
    const middle = (tooLarge + scale) / 2;
    const better = attempt(middle);
    if (better) [scale, found] = [middle, better];
    else tooLarge = middle;
  }
  return found;
}
