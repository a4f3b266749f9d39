/** Which answers a vote can be about, and which are meant where nobody has said so. */
import { kindOf } from '$lib/domain/kinds/registry';
import type { VoteSettings } from '$lib/domain/meeting/step-settings';
import type { PromptView } from '$lib/domain/meeting/view';

export type Source = Pick<PromptView, 'id' | 'kind' | 'title'> & { number: number };

export function sourcesIn(prompts: readonly PromptView[]): Source[] {
  return prompts.flatMap(({ id, kind, title }, index) =>
    kindOf(kind)?.takes === 'notes' ? [{ id, kind, title, number: index + 1 }] : []
  );
}

/** The latest question before the vote whose answers find groups, else the latest that has answers. */
export function likeliest(sources: readonly Source[], vote: number): Source | undefined {
  const before = sources.filter(({ number }) => number < vote);
  return before.findLast(({ kind }) => findsGroups(kind)) ?? before.at(-1);
}

/** A vote about it: of its groups where it has any, whatever another question was asked for. */
export function aboutIt({ id, kind }: Source): NonNullable<VoteSettings['about']> {
  return { prompt: id, of: findsGroups(kind) ? 'clusters' : 'notes' };
}

export function findsGroups(kind: string): boolean {
  return kindOf(kind)?.clusters !== undefined;
}
