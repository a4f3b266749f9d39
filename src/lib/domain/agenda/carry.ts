/** Steps taken out of an agenda, and laid into one: whoever comes along is found again, under a new id. */
import type { CommandData } from '../meeting/commands.ts';
import type { PromptId } from '../meeting/ids.ts';
import { PLAIN_VOTE } from '../meeting/step-settings.ts';
import type { PromptText } from '../meeting/step-settings.ts';
import { slim } from './step.ts';
import type { AgendaStep, AgendaVote } from './step.ts';

export type Laid = CommandData<'AddPrompts'>['steps'];
export type Lifted = PromptText & { id: PromptId; kind: string };

/**
 * Steps of a meeting without their ids, and without words that were taken over from answers. What a vote is about goes along as its
 * place, or is forgotten.
 */
export function liftSteps(prompts: readonly Lifted[]): AgendaStep[] {
  const places = new Map(prompts.map(({ id }, place) => [id, place]));
  return prompts.map(
    ({
      kind,
      title,
      instruction,
      minutes,
      hidden,
      pledge,
      perPerson,
      speaker,
      grace,
      closes,
      moderation,
      suggests,
      perGroup,
      vote,
      homework
    }) => {
      const step = { kind, title, instruction, minutes, hidden, pledge, perPerson, speaker, grace, closes };
      const place = vote?.about ? places.get(vote.about.prompt) : undefined;
      return slim({
        ...step,
        ...{ moderation, suggests, perGroup },
        ...(homework ? { homework: true as const } : {}),
        ...(vote
          ? {
              vote: {
                ...vote,
                about: vote.about && place !== undefined ? { step: place, of: vote.about.of } : null,
                choices: vote.choices.filter(({ taken }) => !taken).map(({ text }) => text)
              }
            }
          : {})
      });
    }
  );
}

/** Some steps of a list, in its order. A vote about one that stays behind is about nothing yet. */
export function pickSteps(steps: readonly AgendaStep[], picked: ReadonlySet<number>): AgendaStep[] {
  const places = new Map([...picked].sort((a, b) => a - b).map((from, to) => [from, to]));
  return [...places.keys()].flatMap((from) => {
    const step = steps[from];
    if (!step) return [];
    return step.vote?.about ? [{ ...step, vote: moveAbout(step.vote, places) }] : [step];
  });
}

/** As one command lays them in. `newId` is asked once for every step and every alternative. */
export function laySteps(steps: readonly AgendaStep[], newId: () => string): Laid {
  const ids = steps.map(() => newId());
  return steps.map(({ vote, homework, ...step }, place) => {
    const dates = homework ? { homework: { from: null, until: null } } : {};
    const laid = { ...step, ...dates, prompt: ids[place]! };
    if (!vote) return laid;
    const { about, choices = [], ...rules } = vote;
    const prompt = about ? ids[about.step] : undefined;
    return {
      ...laid,
      vote: {
        ...PLAIN_VOTE,
        ...rules,
        about: about && prompt ? { prompt, of: about.of } : null,
        choices: choices.map((text) => ({ id: newId(), text }))
      }
    };
  });
}

function moveAbout(vote: Partial<AgendaVote>, places: ReadonlyMap<number, number>): Partial<AgendaVote> {
  const step = vote.about ? places.get(vote.about.step) : undefined;
  return { ...vote, about: vote.about && step !== undefined ? { ...vote.about, step } : null };
}
