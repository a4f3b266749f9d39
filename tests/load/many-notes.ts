/** A finished meeting with as many notes as anybody will ever bring together, laid into a database of its own. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { Meeting, ProjectView } from '../../server/projects.ts';
import type { Room } from '../../server/room.ts';
import type { Request } from '../../src/lib/domain/meeting/commands.ts';
import { MOST_IMPORTED } from '../../src/lib/domain/meeting/note-commands.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import { joinAs, signedIn } from '../fixtures/live-server.ts';
import type { Guest } from '../fixtures/live-server.ts';
import { makeMeetings } from '../fixtures/project.ts';
import { chanceOf } from '../fixtures/random.ts';
import type { Chance } from '../fixtures/random.ts';
import { inventedCards } from './invented.ts';

export interface Many {
  app: App;
  user: string;
  folder: string;
  meeting: Meeting;
  view: ProjectView;
  room: Room;
  ask(request: Request, by?: Actor): Promise<void>;
  close(): Promise<void>;
}

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PEOPLE = 45;
const QUIET_MS = 4_000;
const STEPS = 10;

/** Role cards in two steps of ten, sticky notes and quotes in the others; each of somebody's. */
export async function manyNotes(count: number): Promise<Many> {
  const folder = mkdtempSync(join(tmpdir(), 'ordvagg-many-'));
  // Run by root, PostgreSQL gets another user, who must come through.
  chmodSync(folder, 0o755);
  const app = await createApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, ROOT), ROOT);
  const { user } = await signedIn(app);
  const [meeting] = await makeMeetings(app.projects, user);
  const room = (await app.meetings.room(meeting!.id))!;
  const leader: Actor = { role: 'leader', id: user.id };
  const ask = async (request: Request, by = leader) => {
    const outcome = await room.submit({ ...request, id: randomUUID() }, by);
    if (!outcome.ok) throw new Error(`${request.name}: ${outcome.refusal.code}`);
  };
  const chance = chanceOf(7);
  const words = inventedCards(count);
  const kinds = ['role-card', 'sticky-note', 'quote', 'sticky-note', 'quote'];
  await ask({ name: 'OpenMeeting', data: {} });
  const guests: Guest[] = [];
  for (let at = 0; at < PEOPLE; at++)
    guests.push(await joinAs(app, meeting!, `Namn ${at}`, `Organisation ${at % 17}`));
  for (let step = 0; step < STEPS; step++) {
    const prompt = `prompt-${step + 1}`;
    const kind = kinds[step % kinds.length]!;
    await ask({ name: 'AddPrompt', data: { prompt, kind, title: `Fråga ${step + 1}: vad behövs?` } });
    await ask({ name: 'OpenPrompt', data: { prompt } });
    const own = words.slice((step * count) / STEPS, ((step + 1) * count) / STEPS);
    for (let at = 0; at < own.length; at += MOST_IMPORTED) {
      const some = own.slice(at, at + MOST_IMPORTED);
      await Promise.all(
        some.map((word, index) => {
          const text = kind === 'role-card' ? word : sentence(words, chance);
          const fields: Record<string, string> = kind === 'quote' ? { text, speaker: 'me' } : { text };
          const data = { note: randomUUID(), prompt, fields };
          const { id } = guests[(at + index) % PEOPLE]!;
          return ask({ name: 'SubmitNote', data }, { role: 'participant', id });
        })
      );
    }
    await ask({ name: 'ClosePrompt', data: { prompt } });
  }
  // What the machine lays meanwhile would make every look at it a first one.
  for (let before = -1; before !== room.state.seq; await wait(QUIET_MS)) before = room.state.seq;
  const view = (await app.projects.meeting(user.id, meeting!.id))!;
  return {
    app,
    user: user.id,
    folder,
    meeting: meeting!,
    view,
    room,
    ask,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

const SMALL = [
  'vi',
  'behöver',
  'mer',
  'av',
  'och',
  'tillsammans',
  'i',
  'regionen',
  'för',
  'att',
  'kunna',
  'vara'
];

function sentence(words: readonly string[], chance: Chance): string {
  const some = Array.from({ length: 12 }, (_, at) =>
    at % 3 === 2 ? chance.pick(words).toLocaleLowerCase('sv') : chance.pick(SMALL)
  );
  return some.join(' ');
}
