/** Which prompts of a meeting have a picture to show: their walls as they were laid. */
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import type { WallPicture } from '$lib/domain/wall/picture';

export type Walls = Readonly<Record<string, WallPicture>>;

export interface DrawnWall {
  prompt: PromptOutput;
  picture: WallPicture;
}

/** In the order of the agenda; without those on which no word stands. */
export function drawnWalls({ prompts }: Outputs, walls: Walls): DrawnWall[] {
  return prompts.flatMap((prompt) => {
    const picture = pictureOf(prompt, walls);
    return picture ? [{ prompt, picture }] : [];
  });
}

/** Undefined where nothing has been laid yet, or all of it has been taken back. */
export function pictureOf({ id, words }: PromptOutput, walls: Walls): WallPicture | undefined {
  const picture = walls[id];
  return picture && words.length > 0 && picture.layout.words.length > 0 ? picture : undefined;
}
