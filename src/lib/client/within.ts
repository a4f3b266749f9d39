/**
 * A signal that ends what it is given to after a time, in milliseconds. `AbortSignal.timeout` would do, but is missing in phones
 * that are a few years old (before Safari 16 and Chrome 103): there it throws before anything is sent.
 */
export function within(time: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), time);
  return controller.signal;
}
