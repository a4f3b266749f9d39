/** Tells each audience of the pictures that it may see, and takes them away when it may no longer. */
import { seesWall } from '../../src/lib/domain/meeting/sight.ts';
import type { Audience } from '../../src/lib/domain/meeting/sight.ts';
import type { PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { standingNow } from '../../src/lib/domain/wall/kept-wall.ts';
import type { KeptWall } from '../../src/lib/domain/wall/kept-wall.ts';
import type { WallPicture } from '../../src/lib/domain/wall/picture.ts';
import type { WallMessage } from '../../src/lib/protocol/protocol.ts';
import type { Room } from '../room.ts';
import type { RoomWalls } from './walls.ts';
import { wordsOn } from './words-on.ts';

type View = Audience['view'];
/** Phones are told of no wall: they ask. */
const VIEWS = ['wall', 'leader', 'review'] as const;

interface Told {
  version: number;
  /** How many of its words: this node may not know all of their cards yet, or a card may come back. */
  words: number;
}

export class WallTeller {
  readonly #room: Room;
  readonly #walls: RoomWalls;
  readonly #tell: (view: View, message: WallMessage) => void;
  /** By audience and prompt, what was told last. */
  readonly #told = new Map<string, Told>();
  readonly stop: () => void;

  /** `tell` sends to all of that audience. */
  constructor(room: Room, walls: RoomWalls, tell: (view: View, message: WallMessage) => void) {
    this.#room = room;
    this.#walls = walls;
    this.#tell = tell;
    this.stop = walls.listen((prompt, wall) => this.#show(prompt, wall));
    this.happened();
  }

  /** Somebody may see what was hidden, or no longer what was shown. */
  happened(): void {
    for (const { prompt, ...wall } of this.#walls.laid) this.#show(prompt, wall);
  }

  /** What somebody of that audience is told who has just come: also which walls there are not to be seen (any more). */
  greet(view: View): WallMessage[] {
    if (view === 'participant') return [];
    return this.#walls.laid.map(({ prompt, ...wall }) => {
      if (!sees(this.#room, view, prompt)) return { prompt, picture: null };
      const picture = pictureNow(this.#room, this.#walls, prompt, wall);
      const { version, words } = picture;
      // What this one lacks is told to all of them when it is known.
      if (words.length < wall.picture.words.length)
        this.#told.set(`${view} ${prompt}`, { version, words: words.length });
      return { prompt, picture };
    });
  }

  #show(prompt: PromptId, wall: KeptWall): void {
    const { version, words } = wall.picture;
    let picture: WallPicture | undefined;
    for (const view of VIEWS) {
      const key = `${view} ${prompt}`;
      if (!sees(this.#room, view, prompt)) {
        if (this.#told.delete(key)) this.#tell(view, { prompt, picture: null });
        continue;
      }
      const told = this.#told.get(key);
      if (told?.version === version && told.words === words.length) continue;
      picture ??= pictureNow(this.#room, this.#walls, prompt, wall);
      if (told?.version === version && told.words === picture.words.length) continue;
      this.#told.set(key, { version, words: picture.words.length });
      this.#tell(view, { prompt, picture });
    }
  }
}

/** What a page of that audience is rendered with. */
export function wallsFor(room: Room, walls: RoomWalls, view: View): WallMessage[] {
  return walls.laid.flatMap(({ prompt, ...wall }) =>
    sees(room, view, prompt) ? [{ prompt, picture: pictureNow(room, walls, prompt, wall) }] : []
  );
}

function sees({ state }: Room, view: View, id: PromptId): boolean {
  const prompt = state.prompts[id];
  return prompt !== undefined && seesWall(view, prompt);
}

/** Without what has left it since it was laid: the next picture is on its way. */
function pictureNow({ state }: Room, walls: RoomWalls, id: PromptId, { picture }: KeptWall): WallPicture {
  const prompt = state.prompts[id];
  // Of 5,000 cards a look at each takes milliseconds, and while they come it is seldom needed.
  // Laid by another node, it may hold cards that this one has not read yet.
  const needed = walls.mayHoldLost(picture.seq) || picture.seq > state.seq;
  if (!prompt || !needed) return picture;
  return standingNow(picture, wordsOn(state, prompt));
}
