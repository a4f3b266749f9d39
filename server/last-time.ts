/** What the project's previous meeting left, for the one that begins with it. */
import { leftBy } from '../src/lib/domain/outputs/last-time.ts';
import { promptsOf } from '../src/lib/domain/outputs/outputs.ts';
import type { LastTime } from '../src/lib/protocol/last-time.ts';
import type { App } from './app.ts';
import type { Meeting } from './projects.ts';

/** As the earlier meeting's walls may show it. `person`: whose commitments are marked as the own ones. */
export async function lastTime(app: App, here: Meeting, person?: string): Promise<LastTime | null> {
  const before = (await app.projects.meetingsOf(here.projectId))
    .filter(({ number }) => number < here.number)
    .at(-1);
  const [room, view, walls] = before
    ? await Promise.all([
        app.meetings.room(before.id),
        app.firstView(before, { view: 'wall' }),
        app.wallsOf(before, 'wall')
      ])
    : [];
  if (!before || !room || !view) return null;
  const { id, number, title } = before;
  const left = leftBy(promptsOf(view.state));
  const { wall, themes, vote, commitments } = left;
  if (!wall && !themes && !vote && commitments.length === 0) return null;
  const picture = walls?.find(({ prompt }) => prompt === wall?.prompt)?.picture;
  return {
    ...left,
    ...{ meeting: id, number, title },
    ...(picture ? { picture } : {}),
    commitments: commitments.map((one) =>
      person !== undefined && room.state.notes[one.id]?.author === person
        ? { ...one, mine: true as const }
        : one
    )
  };
}
