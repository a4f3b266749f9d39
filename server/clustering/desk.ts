/** The cards of all prompts as the worker knows them, and what it is asked about them. */
import { placerFor } from '../../src/lib/domain/clustering/engine.ts';
import type { Words } from '../../src/lib/domain/clustering/engine.ts';
import type { Placer } from '../../src/lib/domain/clustering/placer.ts';
import type { Labelling, Placing, Sorting } from '../../src/lib/domain/meeting/events.ts';
import type { ClusterId, NoteId } from '../../src/lib/domain/meeting/ids.ts';
import type { Answers, Asks, Change, Kind, Task } from './task.ts';

interface Prompt {
  placer: Placer;
  cards: Map<NoteId, { text: string; cluster: ClusterId; pinned: boolean }>;
}

export class Desk {
  readonly #words: Words;
  readonly #prompts = new Map<string, Prompt>();

  constructor(words: Words) {
    this.#words = words;
  }

  answer(task: Task): Answers[Kind] {
    const prompt = this.#told(task);
    switch (task.kind) {
      case 'place':
        return place(prompt, task.ask as Asks['place']);
      case 'suggest': {
        const { limit, decided } = task.ask as Asks['suggest'];
        return prompt.placer.suggestions(limit, decided);
      }
      case 'priors':
        return prompt.placer.priors();
      case 'sort':
        return sort(placerFor(this.#words, task.context), prompt, (task.ask as Asks['sort']).themes);
    }
  }

  forget(key: string): void {
    this.#prompts.delete(key);
  }

  #told({ key, context, fresh, changes }: Task): Prompt {
    let prompt = fresh ? undefined : this.#prompts.get(key);
    if (!prompt) {
      prompt = { placer: placerFor(this.#words, context), cards: new Map() };
      this.#prompts.set(key, prompt);
    }
    for (const change of changes) lay(prompt, change);
    return prompt;
  }
}

function lay({ placer, cards }: Prompt, { note, text, cluster, pinned = false }: Change): void {
  if (text === undefined || cluster === undefined) {
    placer.remove(note);
    cards.delete(note);
    return;
  }
  placer.set({ id: note, text }, cluster, pinned);
  cards.set(note, { text, cluster, pinned });
}

/** Each lies there for those that come after it, as if it had been decided; what is decided otherwise is told as a change. */
function place(prompt: Prompt, { loose, relabel }: Asks['place']): Answers['place'] {
  const touched = new Set(relabel);
  const placements = loose.map(({ note, text, own }): Placing => {
    const { cluster = own, why } = prompt.placer.place({ id: note, text });
    lay(prompt, { note, text, cluster });
    touched.add(cluster);
    return { note, cluster, why };
  });
  const labels = [...touched].flatMap((cluster): Labelling[] => {
    const label = prompt.placer.label(cluster);
    return label ? [{ cluster, ...label }] : [];
  });
  return { placements, labels };
}

/** By the examples alone: each card beside the one most like it. What is like none of them stays where it is. */
function sort(placer: Placer, { cards }: Prompt, themes: readonly ClusterId[]): Sorting[] {
  const known = new Set(themes);
  const examples = [...cards].filter(([, { cluster }]) => known.has(cluster));
  for (const [id, { text, cluster, pinned }] of examples) placer.set({ id, text }, cluster, pinned);
  return [...cards].flatMap(([note, { text, cluster, pinned }]): Sorting[] => {
    if (pinned || known.has(cluster)) return [];
    const theme = placer.place({ id: note, text }).cluster;
    return theme === undefined ? [] : [{ note, cluster: theme }];
  });
}
