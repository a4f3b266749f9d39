/** How it stood at one moment of a replay. */
import type { NoteId, PromptId } from '../../meeting/ids.ts';
import type { Moment, Replay } from './replay.ts';

export interface Standing {
  /** What happened last; undefined before anything has. */
  last?: Moment;
  /** The step that something happened in last. */
  prompt?: PromptId;
  steps: Readonly<Record<PromptId, StepStanding>>;
}

export interface StepStanding {
  stage: 'open' | 'closed';
  /** The answers that could be read by then, in the order in which they came. */
  shown: readonly NoteId[];
  /** How many had come that nobody could read yet. */
  concealed: number;
}

/** After the first `many` moments. */
export function momentAt({ moments, hidden }: Replay, many: number): Standing {
  const steps = new Map<PromptId, Stood>();
  const of = (prompt: PromptId) => {
    let step = steps.get(prompt);
    if (!step) {
      step = { stage: 'open', concealed: hidden.includes(prompt), came: [], lit: new Set() };
      steps.set(prompt, step);
    }
    return step;
  };
  const happened = moments.slice(0, Math.max(0, many));
  for (const { name, prompt, notes = [] } of happened) {
    if (prompt === undefined) continue;
    const step = of(prompt);
    switch (name) {
      case 'opened':
        step.stage = 'open';
        break;
      case 'closed':
        step.stage = 'closed';
        break;
      case 'revealed':
        step.concealed = false;
        break;
      case 'concealed':
        if (notes.length === 0) step.concealed = true;
        for (const note of notes) step.lit.delete(note);
        break;
      case 'lit':
        for (const note of notes) step.lit.add(note);
        break;
      case 'came':
        step.came.push(...notes);
        break;
    }
  }
  return {
    last: happened.at(-1),
    prompt: happened.findLast((one) => one.prompt !== undefined)?.prompt,
    steps: Object.fromEntries([...steps].map(([prompt, step]) => [prompt, standing(step)]))
  };
}

interface Stood {
  stage: 'open' | 'closed';
  concealed: boolean;
  came: NoteId[];
  lit: Set<NoteId>;
}

function standing({ stage, concealed, came, lit }: Stood): StepStanding {
  const shown = concealed && stage !== 'closed' ? came.filter((note) => lit.has(note)) : came;
  return { stage, shown, concealed: came.length - shown.length };
}
