/** The simulated participants of one rehearsal: they come in while the meeting is open, and go when it is over. */
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { kindOf } from '../../src/lib/domain/kinds/registry.ts';
import type { Fields } from '../../src/lib/domain/kinds/kind.ts';
import type { PromptView } from '../../src/lib/domain/meeting/view.ts';
import type { App } from '../app.ts';
import { participantCookie } from '../cookies.ts';
import { Chance } from '../../src/lib/domain/chance.ts';
import { Guest } from '../crowd/guest.ts';
import { answers, cards, quote } from '../crowd/written.ts';
import type { Organisation, Meeting } from '../projects.ts';
import type { Room } from '../room.ts';
import { CONTENT } from './content.ts';
import type { Content } from './content.ts';

export interface Rehearsed {
  meeting: Meeting;
  language: keyof typeof CONTENT;
  organisations: readonly Organisation[];
}

/** Seconds: everybody is in after this time, and how fast they then are. */
const JOINING = 8;
const PACE = { writing: 24, tapping: 5 };
/** Before a code that did not open is tried again, in milliseconds. */
const AGAIN_MS = 2_000;

export class RehearsalCrowd {
  readonly #app: App;
  readonly #rehearsed: Rehearsed;
  readonly #guests: Guest[] = [];
  readonly #leaving = new AbortController();

  constructor(app: App, room: Room, rehearsed: Rehearsed) {
    this.#app = app;
    this.#rehearsed = rehearsed;
    // Everybody waits for the same.
    setMaxListeners(0, this.#leaving.signal);
    const { names } = CONTENT[rehearsed.language];
    names.forEach((name, index) => {
      // Leaving ends whatever they wait for.
      this.#bring(room, name, index, names.length).catch(() => undefined);
    });
  }

  leave(): void {
    this.#leaving.abort();
    for (const guest of this.#guests) guest.leave();
  }

  async #bring(room: Room, name: string, index: number, people: number): Promise<void> {
    const { signal } = this.#leaving;
    const { meeting, organisations, language } = this.#rehearsed;
    const organisation = organisations[index % Math.max(1, organisations.length)]?.id ?? '';
    for (;;) {
      await opened(room, signal);
      await wait(Math.random() * JOINING * 1_000, undefined, { signal, ref: false });
      const base = this.#app.ownAddress?.();
      const joined = await this.#app.participants
        .join({ code: meeting.code, name, organisation }, 'rehearsal')
        .catch(() => undefined);
      if (!base || !joined?.ok) {
        await wait(AGAIN_MS, undefined, { signal, ref: false });
        continue;
      }
      if (signal.aborted) return;
      const cookie = `${participantCookie(meeting.projectId)}=${joined.token}`;
      const way = { base, origin: this.#app.config.origin, meeting: meeting.id, cookie };
      const content = CONTENT[language];
      const notes = (prompt: PromptView) => sharesOf(content, prompt, index, people);
      this.#guests.push(new Guest(way, { notes, opinions: content.opinions, pace: PACE }));
      return;
    }
  }
}

/** What one of so many people answers: all together write each line once. */
function sharesOf(
  content: Content,
  { id, kind, perGroup }: PromptView,
  index: number,
  people: number
): Fields[] {
  const chance = new Chance([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
  const lines = chance.shuffled(linesFor(content, kind, chance));
  // A group's phone writes for several.
  if (perGroup) return lines.slice((index * 3) % lines.length).slice(0, 3);
  return lines.filter((_, at) => at % people === index);
}

function linesFor({ cards: roles, quotes, notes }: Content, kind: string, chance: Chance): Fields[] {
  const known = kindOf(kind);
  if (known?.outcome === 'wall') return cards(roles, chance);
  if (known?.outcome === 'quotes') return quotes.map(quote);
  return known ? answers(known, notes) : [];
}

/** Resolves once people may join. */
function opened(room: Room, signal: AbortSignal): Promise<void> {
  if (room.state.phase === 'open') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const unlisten = room.listen((_events, { phase }) => {
      if (phase !== 'open') return;
      unlisten();
      signal.removeEventListener('abort', give);
      resolve();
    });
    const give = () => {
      unlisten();
      reject(new Error('the rehearsal is over'));
    };
    signal.addEventListener('abort', give, { once: true });
  });
}
