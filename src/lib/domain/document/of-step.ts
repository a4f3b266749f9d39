/** A step as blocks of a report: all of it, or a part that an editor has placed. */
import { PARTS } from '../documentation/source.ts';
import type { Part } from '../documentation/source.ts';
import type { MeetingId, NoteId } from '../meeting/ids.ts';
import type { PromptOutput } from '../outputs/outputs.ts';
import type { Wording } from '../outputs/wording.ts';
import type { WallPicture } from '../wall/picture.ts';
import { heading, paragraph, paragraphs, run } from './blocks.ts';
import type { Block, Figure } from './document.ts';
import { narrowed } from './narrowed.ts';
import { actors } from './outcomes/actors.ts';
import { cases } from './outcomes/cases.ts';
import { commitments } from './outcomes/commitments.ts';
import { definitions } from './outcomes/definitions.ts';
import { notes } from './outcomes/notes.ts';
import { perspectives } from './outcomes/perspectives.ts';
import { quotes } from './outcomes/quotes.ts';
import { timeline } from './outcomes/timeline.ts';
import { votes } from './outcomes/votes.ts';
import { wall } from './outcomes/wall.ts';
import { PAGE } from './page.ts';
import type { OutcomeParts, Step } from './step.ts';

export { seenNow } from './seen.ts';

/** What is not named here is told as notes. */
const OUTCOMES: Readonly<Record<string, OutcomeParts>> = {
  wall,
  quotes,
  timeline,
  perspectives,
  actors,
  cases,
  definitions,
  commitments,
  result: votes
};

function outcomeOf({ outcome }: PromptOutput): OutcomeParts {
  return Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome]! : notes;
}

/** What of it can be placed by itself. */
export function partsOf(prompt: PromptOutput): Part[] {
  const offered: readonly Part[] = outcomeOf(prompt).offers(prompt);
  return PARTS.filter((part) => part === 'all' || offered.includes(part));
}

/**
 * A part of a step, without a heading of its own: whoever places it has one. `only`: of these notes alone, without what is said of all
 * of them; a wall, whose picture cannot be that of some cards, is then its list. `before`: a vote on the same before it, to be compared with.
 */
export function stepBlocks(
  prompt: PromptOutput,
  picture: WallPicture | undefined,
  part: Part,
  only: readonly NoteId[],
  wording: Wording,
  meeting: MeetingId,
  before?: PromptOutput
): Block[] {
  const outcome = outcomeOf(prompt);
  const whole = only.length === 0;
  const step: Step = {
    meeting,
    wording,
    prompt: narrowed(prompt, only),
    ...(picture && (whole || part === 'picture') ? { picture } : {}),
    ...(before ? { before } : {})
  };
  switch (part) {
    case 'picture':
      return withCaption(
        outcome.picture?.(
          { ...step, prompt: prompt.outcome === 'wall' ? prompt : step.prompt },
          PAGE.height
        ) ?? [],
        whole ? wording.prompt(prompt) : ''
      );
    case 'list':
      return outcome.list?.(step) ?? [];
    case 'quotes':
      return outcome.quotes?.(step) ?? [];
    case 'attendance':
      return [];
    case 'all':
      return whole ? [...asked(step), ...told(outcome, step), ...besides(step)] : told(outcome, step);
  }
}

/** The pictures of a step for files of their own: each as high as it needs. */
export function stepPictures(
  prompt: PromptOutput,
  picture: WallPicture | undefined,
  wording: Wording,
  meeting: MeetingId
): Figure[] {
  return (
    outcomeOf(prompt).picture?.({ meeting, wording, prompt, ...(picture ? { picture } : {}) }, Infinity) ?? []
  );
}

/** A picture that stands alone says what was asked for, when and of how many, where it has no words of its own. */
function withCaption(figures: readonly Figure[], caption: string): Figure[] {
  return figures.map((figure, at) =>
    caption && !figure.caption && at === figures.length - 1 ? { ...figure, caption } : figure
  );
}

function asked({ prompt, wording }: Step): Block[] {
  const { instruction, uncited } = prompt;
  return [
    ...paragraphs(wording.prompt(prompt), 'quiet'),
    ...paragraphs(instruction, 'lead'),
    ...(uncited.length > 0 ? paragraphs(wording.uncited(uncited.length), 'quiet') : [])
  ];
}

function told(outcome: OutcomeParts, step: Step): Block[] {
  const { prompt, wording } = step;
  if (prompt.outcome !== 'result' && prompt.notes.length + prompt.uncited.length === 0) {
    return paragraphs(wording.nothing(prompt));
  }
  if (outcome.all) return outcome.all(step, PAGE.height);
  return [...(outcome.picture?.(step, PAGE.height) ?? []), ...(outcome.list?.(step) ?? [])];
}

/** What leaders have written beside all answers; of others' views what is said of each kind stands with it. */
function besides({ prompt, wording }: Step): Block[] {
  const { summaries, outcome } = prompt;
  const texts = Object.entries(summaries)
    .filter(([about, text]) => text && !(about && outcome === 'perspectives' && isTold(prompt, about)))
    .map(([about, text]) =>
      paragraph(about ? [run(`${wording.organisations(about)}: `, { bold: true }), run(text)] : text)
    );
  return texts.length > 0 ? [heading(2, wording.summary), ...texts] : [];
}

/** Has that kind of actor said something? */
function isTold({ notes: quotable, uncited }: PromptOutput, kind: string): boolean {
  return [...quotable, ...uncited].some(({ fields }) => fields?.actorKind === kind);
}
