/** A list whose entries keep their places for as long as they stand: what is new comes last, so that nothing moves under a finger. */
export class InPlace {
  #before: readonly string[] = [];

  of(now: readonly string[]): readonly string[] {
    const kept = this.#before.filter((one) => now.includes(one));
    return (this.#before = [...kept, ...now.filter((one) => !kept.includes(one))]);
  }
}
