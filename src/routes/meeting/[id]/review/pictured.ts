/** The prompts of which a picture can be taken home. */
import { partsOf } from '$lib/domain/document/of-step';
import type { Outputs } from '$lib/domain/outputs/outputs';
import { pictureOf } from './walls';
import type { Walls } from './walls';

/** In the order of the agenda; of walls those that have been laid. */
export function picturedIn({ prompts }: Outputs, walls: Walls): { id: string; title: string }[] {
  return prompts
    .filter((prompt) =>
      prompt.outcome === 'wall' ? pictureOf(prompt, walls) : partsOf(prompt).includes('picture')
    )
    .map(({ id, title }) => ({ id, title }));
}
