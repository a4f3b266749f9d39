/** The cards of all prompts as the worker knows them, and what it is asked about them. */
import { placerFor } from '../../src/lib/domain/clustering/engine.ts';
import type { Words } from '../../src/lib/domain/clustering/engine.ts';
import type { Placer } from '../../src/lib/domain/clustering/placer.ts';
import { strongestLinks } from '../../src/lib/domain/wall/layout/kin.ts';
import type { Labelling, Placing } from '../../src/lib/domain/meeting/events.ts';
import type { Answers, Asks, Kind, Task } from './task.ts';

export class Desk {
  readonly #words: Words;
  readonly #placers = new Map<string, Placer>();

  constructor(words: Words) {
    this.#words = words;
  }

  /** Takes the task, and answers it piece by piece: what lay there when it was taken. */
  *answer(task: Task): Generator<void, Answers[Kind]> {
    const placer = this.#told(task);
    switch (task.kind) {
      case 'place':
        return place(placer, task.ask as Asks['place']);
      case 'suggest': {
        const { limit, decided } = task.ask as Asks['suggest'];
        return yield* placer.suggesting(limit, decided);
      }
      case 'priors': {
        const { apart, about } = task.ask as Asks['priors'];
        return yield* placer.believing(apart, about && new Set(about));
      }
      case 'kin': {
        const { about } = task.ask as Asks['kin'];
        return strongestLinks(yield* placer.believing([], new Set(about)));
      }
      case 'sort': {
        const { themes, limit } = task.ask as Asks['sort'];
        const sorted = placer.sort(themes).slice(0, limit);
        return sorted.map(({ card: note, ...where }) => ({ note, ...where }));
      }
    }
  }

  forget(key: string): void {
    this.#placers.delete(key);
  }

  #told({ key, context, fresh, changes, vectors }: Task): Placer {
    let placer = fresh ? undefined : this.#placers.get(key);
    if (!placer) this.#placers.set(key, (placer = placerFor(this.#words, context)));
    for (const { note, text, cluster, pinned } of changes) {
      if (text === undefined || cluster === undefined) placer.remove(note);
      else placer.set({ id: note, text }, cluster, pinned);
    }
    if (vectors) placer.locate(vectors);
    return placer;
  }
}

/** Each lies there for those that come after it, as if it had been decided; what is decided otherwise is told as a change. */
function place(placer: Placer, { loose, relabel }: Asks['place']): Answers['place'] {
  const touched = new Set(relabel);
  const placements = loose.map(({ note, text, own }): Placing => {
    const card = { id: note, text };
    const { cluster = own, why } = placer.place(card);
    placer.set(card, cluster);
    touched.add(cluster);
    return { note, cluster, why };
  });
  const labels = [...touched].flatMap((cluster): Labelling[] => {
    const label = placer.label(cluster);
    return label ? [{ cluster, ...label }] : [];
  });
  return { placements, labels };
}
