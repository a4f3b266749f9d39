/** What a meeting has come to at one look, for whoever may read it: counted from its state as it stands, without a view of all notes. */
import { kindOf } from '../src/lib/domain/kinds/registry.ts';
import { atHome } from '../src/lib/domain/meeting/homework.ts';
import { lyingIn } from '../src/lib/domain/meeting/lying.ts';
import { maySee, seesWall } from '../src/lib/domain/meeting/sight.ts';
import { stands } from '../src/lib/domain/meeting/state.ts';
import type { MeetingState, Prompt } from '../src/lib/domain/meeting/state.ts';
import { votersIn } from '../src/lib/domain/meeting/vote.ts';
import type { WallPicture } from '../src/lib/domain/wall/picture.ts';
import type { Word } from '../src/lib/domain/wall/words.ts';
import type { Meetings } from './meetings.ts';
import type { Room } from './room.ts';
import { wordsOn } from './walls/words-on.ts';
import { wallsFor } from './walls/wall-teller.ts';
import type { Walls } from './walls/walls.ts';

export interface Glance {
  phase: MeetingState['phase'];
  steps: number;
  /** Notes by kind, in the order of the agenda; `words` on walls: how many different ones. */
  answers: { kind: string; count: number; words?: number }[];
  /** How many votes somebody has answered. */
  votes: number;
  /** The wall with the most cards, once it has been laid, and its most common words. */
  wall?: WallPicture;
  top: readonly string[];
  /** What is being done at home now: until when, and how many answers stand. */
  homework: { prompt: string; title: string; until: number; answers: number }[];
  /** What people have taken on, and how much of it is neither done nor dropped. */
  commitments: { all: number; open: number };
  /** A quote that is soon read. */
  quote?: string;
}

/** So many words say what a wall was about. */
const TOP = 3;

export async function glanceAt(
  meetings: Meetings,
  walls: Walls,
  meetingId: string
): Promise<Glance | undefined> {
  const room = await meetings.room(meetingId);
  if (!room) return undefined;
  const { state } = room;
  const counts = new Map<string, { count: number; words: number }>();
  const quotes: string[] = [];
  const homework: Glance['homework'] = [];
  const commitments = { all: 0, open: 0 };
  const now = Date.now();
  let votes = 0;
  let largest: { prompt: Prompt; cards: number; words: readonly Word[] } | undefined;
  for (const id of state.agenda) {
    const prompt = state.prompts[id];
    const kind = prompt && kindOf(prompt.kind);
    if (!kind) continue;
    const notes = lyingIn(state, id).notes.filter((note) => maySee(state, { view: 'review' }, note, prompt));
    if (atHome(prompt, now) === 'open') {
      const { title, homework: dates } = prompt;
      homework.push({ prompt: id, title, until: dates!.until!, answers: standing(state, id) });
    }
    if (kind.takes === 'ballots' && votersIn(prompt) > 0) votes++;
    if (notes.length === 0) continue;
    if (kind.marks) {
      commitments.all += notes.length;
      commitments.open += notes.filter(({ mark }) => mark !== 'done' && mark !== 'dropped').length;
    }
    if (kind.outcome === 'quotes') quotes.push(...notes.map((note) => note.fields[kind.main] ?? ''));
    const words = kind.outcome === 'wall' && seesWall('review', prompt) ? wordsOn(state, prompt) : [];
    if (words.length > 0 && notes.length > (largest?.cards ?? 0))
      largest = { prompt, cards: notes.length, words };
    const before = counts.get(prompt.kind) ?? { count: 0, words: 0 };
    counts.set(prompt.kind, {
      count: before.count + notes.length,
      words: before.words + words.length
    });
  }
  return {
    phase: state.phase,
    steps: state.agenda.length,
    answers: [...counts].map(([kind, { count, words }]) => ({ kind, count, ...(words ? { words } : {}) })),
    votes,
    ...(largest ? { wall: await pictureOf(room, walls, largest.prompt.id) } : {}),
    homework,
    commitments,
    top: largest?.words.slice(0, TOP).map(({ text }) => text) ?? [],
    quote: quotes.sort((a, b) => a.length - b.length)[0]
  };
}

function standing(state: MeetingState, prompt: string): number {
  return lyingIn(state, prompt).notes.filter(stands).length;
}

async function pictureOf(room: Room, walls: Walls, prompt: string): Promise<WallPicture | undefined> {
  const laid = walls.of(room);
  await laid.ready();
  const picture = wallsFor(room, laid, 'review').find((wall) => wall.prompt === prompt)?.picture;
  if (!picture) return undefined;
  // Only what is drawn.
  const drawn = new Set(picture.layout.words.map(({ id }) => id));
  return { ...picture, words: picture.words.filter(({ id }) => drawn.has(id)) };
}
