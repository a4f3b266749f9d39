import { isReplayed, replayOf } from '$lib/domain/outputs/replay/replay';
import type { Recorded } from '$lib/domain/meeting/events';
import { reviewed } from '../review/reviewed';
import { pictureOf } from '../review/walls';
import { stepsOf } from './steps';
import type { PageServerLoad } from './$types';

/** A meeting once more, step by step. What is sent of the log: times, and ids of what the report shows. */
export const load: PageServerLoad = async (event) => {
  const { outputs, walls } = await reviewed(event);
  const events: Recorded[] = [];
  for await (const page of event.locals.app.meetings.log.allAfter(event.params.id, 0)) {
    events.push(...page.filter(isReplayed));
  }
  const replay = replayOf(events, outputs);
  const asked = Number(event.url.searchParams.get('at') ?? replay.moments.length);
  const { id, title, number, day } = outputs.meeting;
  return {
    meeting: { id, title, number, day },
    replay,
    steps: stepsOf(outputs),
    walls: Object.fromEntries(
      outputs.prompts.flatMap((prompt) => {
        const picture = pictureOf(prompt, walls);
        return picture ? [[prompt.id, picture]] : [];
      })
    ),
    /** How many moments have passed when the page opens. */
    at: Number.isFinite(asked) ? Math.min(replay.moments.length, Math.max(0, Math.trunc(asked))) : 0
  };
};
