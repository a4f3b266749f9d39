/** What can be placed in a project's documentation, and what stands behind it: as its reviewers may read it, and no more. */
import type { Block } from '../../src/lib/domain/document/document.ts';
import { attendanceBlocks, attendanceSeen } from '../../src/lib/domain/document/of-meeting.ts';
import { partsOf, seenNow, stepBlocks } from '../../src/lib/domain/document/of-step.ts';
import type { Part, Seen, Source } from '../../src/lib/domain/documentation/source.ts';
import { sameAskedBefore } from '../../src/lib/domain/outcomes/slope.ts';
import type { Outputs, PromptOutput } from '../../src/lib/domain/outputs/outputs.ts';
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
    const blocks = this.#blocks(source, review, wording);
    return blocks.length > 0 ? blocks : undefined;
  }

  seenOf(source: Source): Seen | undefined {
    const review = this.#reviews.get(source.meeting);
    if (source.part === 'attendance') return review && attendanceSeen(review.outputs.meeting.organisations);
    const prompt = this.stepOf(source);
    return prompt && seenNow(prompt, source);
  }

  /** The meeting and the step that it is from. */
  nameOf(source: Source): { meeting: number; title: string } | undefined {
    const meeting = this.#reviews.get(source.meeting)?.outputs.meeting;
    const title = source.prompt ? this.stepOf(source)?.title : meeting?.title;
    return meeting && title !== undefined ? { meeting: meeting.number, title } : undefined;
  }

  /** A step as a reviewer may read it. */
  stepOf({ meeting, prompt }: Pick<Source, 'meeting' | 'prompt'>): PromptOutput | undefined {
    return this.#reviews.get(meeting)?.outputs.prompts.find(({ id }) => id === prompt);
  }

  #blocks(source: Source, { outputs, walls }: Review, wording: Wording): readonly Block[] {
    const { meeting, part, only } = source;
    if (part === 'attendance') return attendanceBlocks(outputs.meeting, wording);
    const prompt = this.stepOf(source);
    if (!prompt || isGone(prompt, source)) return [];
    const before = sameAskedBefore(outputs.prompts, prompt);
    return stepBlocks(prompt, walls[prompt.id], part, only, wording, meeting, before);
  }
}

/** All of the notes that were chosen have been taken back or erased since. */
function isGone({ notes }: PromptOutput, { only }: Source): boolean {
  return only.length > 0 && !notes.some(({ id }) => only.includes(id));
}
