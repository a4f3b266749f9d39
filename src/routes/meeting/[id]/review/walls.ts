/** The walls of a meeting as they were laid. */
import type { PromptOutput } from '$lib/domain/outputs/outputs';
import type { WallPicture } from '$lib/domain/wall/picture';

export type Walls = Readonly<Record<string, WallPicture>>;

/** Undefined where nothing has been laid yet, or all of it has been taken back. */
export function pictureOf({ id, words }: PromptOutput, walls: Walls): WallPicture | undefined {
  const picture = walls[id];
  return picture && words.length > 0 && picture.layout.words.length > 0 ? picture : undefined;
}
