/** Tells each audience of the pictures that it may see, and takes them away when it may no longer. */
import { seesWall } from '../../src/lib/domain/meeting/visibility.ts';
import type { Audience } from '../../src/lib/domain/meeting/visibility.ts';
import type { PromptId } from '../../src/lib/domain/meeting/ids.ts';
import { wallIdOf } from '../../src/lib/domain/wall/kept-wall.ts';
import type { KeptWall } from '../../src/lib/domain/wall/kept-wall.ts';
import type { WallPicture } from '../../src/lib/domain/wall/picture.ts';
import type { WallMessage } from '../../src/lib/protocol/protocol.ts';
import type { Room } from '../room.ts';
import type { RoomWalls } from './walls.ts';
import { wordsOn } from './words-on.ts';

type View = Audience['view'];
const VIEWS = ['wall', 'leader', 'review'] as const;

export class WallTeller {
  readonly #room: Room;
  readonly #walls: RoomWalls;
  readonly #tell: (view: View, message: WallMessage) => void;
  /** By audience and prompt, the version that was told last. */
  readonly #told = new Map<string, number>();
  readonly stop: () => void;

  /** `tell` sends to all of that audience. */
  constructor(room: Room, walls: RoomWalls, tell: (view: View, message: WallMessage) => void) {
    this.#room = room;
    this.#walls = walls;
    this.#tell = tell;
    this.stop = walls.listen((prompt, wall) => this.#show(prompt, wall));
    for (const { prompt, ...wall } of walls.laid) this.#show(prompt, wall);
  }

  /** Somebody may see what was hidden, or no longer what was shown. */
  happened(): void {
    for (const { prompt, ...wall } of this.#walls.laid) this.#show(prompt, wall);
  }

  #show(prompt: PromptId, wall: KeptWall): void {
    let message: WallMessage | undefined;
    for (const view of VIEWS) {
      const key = `${view} ${prompt}`;
      if (!sees(this.#room, view, prompt)) {
        if (this.#told.delete(key)) this.#tell(view, { prompt, picture: null });
      } else if (this.#told.get(key) !== wall.picture.version) {
        this.#told.set(key, wall.picture.version);
        message ??= { prompt, picture: pictureNow(this.#room, prompt, wall) };
        this.#tell(view, message);
      }
    }
  }
}

/** What somebody of that audience sees who has just come. */
export function wallsFor(room: Room, walls: RoomWalls, view: View): WallMessage[] {
  return walls.laid.flatMap(({ prompt, ...wall }) =>
    sees(room, view, prompt) ? [{ prompt, picture: pictureNow(room, prompt, wall) }] : []
  );
}

function sees({ state }: Room, view: View, id: PromptId): boolean {
  const prompt = state.prompts[id];
  return prompt !== undefined && seesWall(view, prompt);
}

/** Without words that have been taken back, hidden or renamed since it was laid: the next picture is on its way. */
function pictureNow({ state }: Room, id: PromptId, { picture }: KeptWall): WallPicture {
  const prompt = state.prompts[id];
  if (!prompt || picture.seq === state.seq) return picture;
  const now = new Map(wordsOn(state, prompt).map((word) => [wallIdOf(word), word.text]));
  const words = picture.words.filter(({ id: word, text }) => now.get(word) === text);
  if (words.length === picture.words.length) return picture;
  const standing = new Set(words.map(({ id: word }) => word));
  const layout = { ...picture.layout, words: picture.layout.words.filter((word) => standing.has(word.id)) };
  return { ...picture, words, layout };
}
