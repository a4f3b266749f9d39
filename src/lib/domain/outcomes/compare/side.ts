/** Whose answers stand on one side of a comparison: a part of this meeting's, or those to a question of another. In the address as one word. */
import type { PromptId } from '../../meeting/ids.ts';

export type Side =
  | { by: 'all' }
  | { by: 'organisation' | 'kind' | 'group'; name: string }
  /** Everybody's answers to another question. */
  | { by: 'step'; prompt: PromptId };

/** What cannot be read is everybody. */
export function readSide(text: string | null): Side {
  const [, by, name] = /^(organisation|kind|group|step):(.+)$/su.exec(text ?? '') ?? [];
  if (!by || !name) return { by: 'all' };
  return by === 'step' ? { by, prompt: name } : { by: by as 'organisation' | 'kind' | 'group', name };
}

export function writeSide(side: Side): string {
  if (side.by === 'all') return 'all';
  return `${side.by}:${side.by === 'step' ? side.prompt : side.name}`;
}
