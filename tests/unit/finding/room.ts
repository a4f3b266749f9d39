/** A room of clusters for tests: what lies where, and what was said. */
import type { Answer, Ground, Join, Question } from '../../../src/lib/domain/finding/answers.ts';
import type { Prior } from '../../../src/lib/domain/clustering/placer.ts';
import { joins } from '../../../src/lib/domain/finding/joins.ts';
import { Outlook } from '../../../src/lib/domain/finding/outlook.ts';

export const ANNA = 'person-anna';
export const BERIT = 'person-berit';
export const CARL = 'person-carl';

/** Small clusters stand first as given; "sizes" as { nav: 3 }. */
export class Room {
  readonly #sizes: Record<string, number>;
  readonly #into = new Map<string, string>();
  readonly #authors: Record<string, string[]>;
  readonly answers: Answer[] = [];
  readonly apart: [string, string][] = [];

  constructor(sizes: Record<string, number>, authors: Record<string, string[]> = {}) {
    this.#sizes = sizes;
    this.#authors = authors;
  }

  says(by: string, cluster: string, says: Answer['says'], other?: string): this {
    const author = this.#authors[cluster]?.includes(by) ?? false;
    this.answers.push({ by, cluster, says, author, ...(other === undefined ? {} : { other }) });
    return this;
  }

  same(by: string, cluster: string, other: string): this {
    return this.says(by, cluster, 'same', other);
  }

  rootOf(id: string): string {
    const into = this.#into.get(id);
    return into === undefined ? id : this.rootOf(into);
  }

  ground(): Ground {
    const clusters = new Map<string, { id: string; size: number; authors: string[] }>();
    for (const [first, size] of Object.entries(this.#sizes)) {
      const id = this.rootOf(first);
      const cluster = clusters.get(id) ?? { id, size: 0, authors: [] };
      clusters.set(id, cluster);
      cluster.size += size;
      cluster.authors.push(...(this.#authors[first] ?? []));
    }
    return {
      clusters: [...clusters.values()],
      rootOf: (id) => this.rootOf(id),
      answers: this.answers,
      apart: this.apart
    };
  }

  /** As a leader does. */
  merge(cluster: string, into: string): void {
    this.#into.set(cluster, into);
  }

  /** Carries out what comes together now. */
  join(): Join[] {
    const found = joins(this.ground());
    for (const { cluster, into } of found) this.#into.set(cluster, into);
    return found;
  }
}

/** What one person is asked. The server makes one outlook a state, and asks it for everybody. */
export function nextQuestion(ground: Ground, person: string, priors: readonly Prior[]): Question | undefined {
  return new Outlook(ground, priors).ask(person);
}
