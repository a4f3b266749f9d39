/** What a person has to do at home before the other meetings of a project. */
import { atHome } from '../src/lib/domain/meeting/homework.ts';
import type { MeetingState, Prompt } from '../src/lib/domain/meeting/state.ts';
import type { HomeworkAhead } from '../src/lib/protocol/homework.ts';
import type { App } from './app.ts';
import type { Meeting } from './projects.ts';

/** Open now, in the order of the meetings; `person` is a participant of their project. */
export async function homeworkAhead(app: App, here: Meeting, person: string): Promise<HomeworkAhead[]> {
  const others = (await app.projects.meetingsOf(here.projectId)).filter(({ id }) => id !== here.id);
  const now = Date.now();
  const ahead: HomeworkAhead[] = [];
  for (const { id, number, code } of others) {
    const room = await app.meetings.room(id);
    if (!room) continue;
    const { state } = room;
    const tasks = state.agenda.flatMap((one) => {
      const prompt = state.prompts[one];
      if (!prompt || atHome(prompt, now) !== 'open') return [];
      const until = prompt.homework?.until ?? now;
      return [{ prompt: one, title: prompt.title, until, count: ownIn(state, prompt, person) }];
    });
    if (tasks.length > 0) ahead.push({ number, code, tasks });
  }
  return ahead;
}

function ownIn({ notes }: MeetingState, prompt: Prompt, person: string): number {
  const voted = Object.keys(prompt.ballots[person] ?? {}).length > 0 ? 1 : 0;
  return voted + prompt.notes.filter((id) => notes[id]?.author === person && !notes[id].withdrawn).length;
}
