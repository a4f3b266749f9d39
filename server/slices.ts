/** Long work in slices, between which everybody else has a turn. */

/** A slice, in milliseconds. */
const SLICE_MS = 4;

/** What the work comes to. It may be interrupted wherever it yields: what it looks at must not change. */
export async function inSlices<T>(work: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
