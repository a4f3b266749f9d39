import { error } from '@sveltejs/kit';
import { compared, stepOf } from '$lib/domain/outcomes/compare/compared';
import type { Comparison } from '$lib/domain/outcomes/compare/compared';
import { wordId } from '$lib/domain/outcomes/roles/role-rows';
import { readSide } from '$lib/domain/outcomes/compare/side';
import { partingOf } from '$lib/domain/outputs/filtered';
import type { PromptOutput } from '$lib/domain/outputs/outputs';
import { leaderOf } from '../../../leader';
import { partingText } from '../review/parting';
import { reviewed } from '../review/reviewed';
import { choicesFor, stand, usualSides } from './sides';
import type { Stood } from './sides';
import type { PageServerLoad } from './$types';

/** Words in the table, and answers in a list that cannot be counted: what one looks through. */
const MOST = { words: 120, texts: 12 } as const;

/** Two sides of a question beside each other, for those who lead or document the meeting. */
export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const { projectId, outputs } = await reviewed(event);
  const view = await app.projects.read(leaderOf(event).id, projectId);
  if (!view) error(404);
  const all = (await app.reviews.ofProject(view)).flatMap((review) =>
    review.outputs.prompts.map((prompt) => ({ outputs: review.outputs, prompt }))
  );
  const { searchParams } = event.url;
  const own = all.filter((one) => one.outputs.meeting.id === outputs.meeting.id && hasAnswers(one.prompt));
  const asked =
    own.find(({ prompt }) => prompt.id === searchParams.get('step')) ??
    own.find(({ prompt }) => prompt.words.length > 0) ??
    own[0];
  const meeting = outputs.meeting;
  const steps = own.map(({ prompt }) => ({ id: prompt.id, title: prompt.title }));
  if (!asked) return { projectId, meeting, steps };
  const answered = all.filter(({ prompt }) => hasAnswers(prompt));
  const choices = choicesFor(asked, answered);
  // Any kind of actor will do: what hinders is the same for all.
  const hindered = partingOf(asked.prompt, { kind: '' });
  const usual = usualSides(choices);
  const known = (name: string, usually: string) => {
    const value = searchParams.get(name);
    return choices.some(({ options }) => options.some((one) => one.value === value)) ? value! : usually;
  };
  const sides = [known('left', usual[0]), known('right', usual[1])] as const;
  const [left, right] = sides.map((side) => stand(readSide(side), asked, answered)!) as [Stood, Stood];
  const told = [left, right].flatMap(({ name, parting }) =>
    parting && parting.by !== 'parted' ? [{ name, text: partingText(parting, 0) }] : []
  );
  const alike =
    left.prompt.id !== right.prompt.id && left.prompt.outcome === 'wall'
      ? await app.alikeWords(
          { meeting: meeting.id, question: meeting.project.question },
          [left.prompt, right.prompt].flatMap((prompt) =>
            prompt.words.map((word) => ({ id: wordId(stepOf(prompt), word), text: word.text }))
          )
        )
      : undefined;
  const comparison = compared(left.prompt, right.prompt, alike);
  return {
    projectId,
    meeting,
    steps,
    choices,
    /** Why nothing can stand beside these answers, where nothing can. */
    ...(choices.flatMap(({ options }) => options).length > 1 ? {} : { alone: partingText(hindered, 0) }),
    step: { id: asked.prompt.id, title: asked.prompt.title, kind: asked.prompt.kind },
    sides,
    names: [left.name, right.name] as const,
    at: [left.at, right.at] as const,
    /** Which side cannot be told apart, and why. */
    told,
    notes: [left, right].map(({ prompt }) => prompt.notes.length + prompt.uncited.length) as [number, number],
    ...(told.length === 0 ? { comparison: firstOf(comparison), words: lengthOf(comparison) } : {})
  };
};

function hasAnswers({ notes, uncited, vote }: PromptOutput): boolean {
  return notes.length + uncited.length > 0 || (vote !== undefined && vote.voters > 0);
}

function firstOf(comparison: Comparison): Comparison {
  switch (comparison.by) {
    case 'words':
    case 'themes':
      return { ...comparison, courses: comparison.courses.slice(0, MOST.words) };
    case 'texts': {
      const { left, right } = comparison;
      return { ...comparison, left: left.slice(0, MOST.texts), right: right.slice(0, MOST.texts) };
    }
    default:
      return comparison;
  }
}

function lengthOf(comparison: Comparison): number {
  return 'courses' in comparison ? comparison.courses.length : 0;
}
