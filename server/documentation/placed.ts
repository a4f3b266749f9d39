/** What can be placed in a project's documentation, and what stands behind it: as its reviewers may read it, and no more. */
import type { Block } from '../../src/lib/domain/document/document.ts';
import { partsOf, seenNow, stepBlocks } from '../../src/lib/domain/document/of-step.ts';
import type { Part, Seen, Source } from '../../src/lib/domain/documentation/source.ts';
import type { Attendance } from '../../src/lib/domain/outputs/attendance.ts';
import type { NoteOutput, Outputs, PromptOutput } from '../../src/lib/domain/outputs/outputs.ts';
import type { Wording } from '../../src/lib/domain/outputs/wording.ts';
import type { Review } from '../reviews.ts';

/** What a step offers. */
export interface Offer {
  prompt: PromptOutput;
  parts: readonly Part[];
}

export class Placed {
  readonly #reviews: ReadonlyMap<string, Review>;
  readonly #wordingOf: (outputs: Outputs) => Wording;

  constructor(reviews: readonly Review[], wordingOf: (outputs: Outputs) => Wording) {
    this.#reviews = new Map(reviews.map((review) => [review.outputs.meeting.id, review]));
    this.#wordingOf = wordingOf;
  }

  get meetings(): readonly Outputs[] {
    return [...this.#reviews.values()].map(({ outputs }) => outputs);
  }

  /** The steps of a meeting that have left something, each with what can be placed of it. */
  offersOf(outputs: Outputs): Offer[] {
    return outputs.prompts
      .filter(({ notes, uncited, vote }) => notes.length > 0 || uncited.length > 0 || (vote?.voters ?? 0) > 0)
      .map((prompt) => ({ prompt, parts: partsOf(prompt) }));
  }

  /** What it shows now; undefined where there is nothing left of it. */
  blocksOf(source: Source): readonly Block[] | undefined {
    const review = this.#reviews.get(source.meeting);
    if (!review) return undefined;
    const wording = this.#wordingOf(review.outputs);
    if (source.part === 'attendance') return attendance(review.outputs, wording);
    const prompt = this.#prompt(source);
    if (!prompt || isGone(prompt, source)) return undefined;
    const picture = review.walls[prompt.id];
    const blocks = stepBlocks(prompt, picture, source.part, source.only, wording, source.meeting);
    return blocks.length > 0 ? blocks : undefined;
  }

  seenOf(source: Source): Seen | undefined {
    const review = this.#reviews.get(source.meeting);
    if (source.part === 'attendance') return review && seenAttendance(review.outputs);
    const prompt = this.#prompt(source);
    return prompt && seenNow(prompt, source);
  }

  /** The cards of a step that a reviewer may read. */
  cardsOf(meeting: string, prompt: string): readonly NoteOutput[] {
    return this.#prompt({ meeting, prompt })?.notes ?? [];
  }

  #prompt({ meeting, prompt }: Pick<Source, 'meeting' | 'prompt'>): PromptOutput | undefined {
    return this.#reviews.get(meeting)?.outputs.prompts.find(({ id }) => id === prompt);
  }
}

/** All of the notes that were chosen have been taken back or erased since. */
function isGone({ notes }: PromptOutput, { only }: Source): boolean {
  return only.length > 0 && !notes.some(({ id }) => only.includes(id));
}

/** How many took part, and from where: a line for each kind of organisation. */
function attendance({ meeting }: Outputs, wording: Wording): Block[] | undefined {
  const who = wording.who(meeting);
  if (!who) return undefined;
  const kinds = [...new Set(meeting.organisations.map(({ kind }) => kind))];
  const lines = kinds.map((kind): Block[] => {
    const names = meeting.organisations.filter((one) => one.kind === kind).map(named);
    return [
      {
        kind: 'paragraph',
        runs: [{ text: `${wording.organisations(kind)}: `, bold: true }, { text: names.join(', ') }]
      }
    ];
  });
  return [
    { kind: 'paragraph', runs: [{ text: `${who}.` }] },
    { kind: 'list', ordered: false, items: lines }
  ];
}

function named({ name, participants }: Attendance): string {
  return name ? `${name} (${participants})` : String(participants);
}

function seenAttendance({ meeting }: Outputs): Seen {
  return {
    hash: meeting.organisations.map(({ name, participants }) => `${name} ${participants}`).join(', '),
    notes: meeting.participants
  };
}
