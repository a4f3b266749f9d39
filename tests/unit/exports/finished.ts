/** What a generator comes to, as if nobody else had to have their turn. */
export function finished<Answer>(work: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
