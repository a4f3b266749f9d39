/** How the report begins, in a few sentences: who was there and from where, what was written, and what came of it. */
import { isFiltering } from '$lib/domain/outputs/filtered';
import type { Filter } from '$lib/domain/outputs/filtered';
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import { withinName } from '$lib/i18n/organisation-kinds';
import { wordsFor } from '$lib/i18n/kind-words';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { outcomeOf, whoOf } from './wording';

export interface Opening {
  /** Before the largest words, and after them. */
  before: readonly string[];
  after: readonly string[];
}

/** `filter`: what `outputs` are a part by. Of a small group nobody knows here who was in it. */
export function openingOf({ meeting, prompts }: Outputs, filter: Filter = {}): Opening {
  if (meeting.participants === 0) return { before: [], after: [] };
  const wrote = outcomeOf(prompts);
  return {
    before: [
      ...cameOf(meeting, filter),
      wrote &&
        (isFiltering(filter) ? m.compare_opening_left({ what: wrote }) : m.review_outcome({ what: wrote }))
    ].filter(Boolean),
    after: [themesOf(prompts), votedFor(prompts)].filter(Boolean)
  };
}

function cameOf(meeting: Outputs['meeting'], { organisation, kind, group }: Filter): string[] {
  if (organisation ?? kind) {
    const who = organisation ?? withinName(kind!);
    return [m.compare_opening_were_there({ who, people: m.review_people({ count: meeting.participants }) })];
  }
  return group === undefined ? [m.review_were_there({ who: whoOf(meeting) }), fromOf(meeting)] : [];
}

/** Only where they are of several kinds: else the list of organisations says it. */
function fromOf({ organisations }: Outputs['meeting']): string {
  const named = organisations.filter(({ name }) => name);
  const kinds = [...new Set(named.map(({ kind }) => kind))]
    .map((kind) => ({ kind, count: named.filter((one) => one.kind === kind).length }))
    .sort((a, b) => b.count - a.count);
  if (kinds.length < 2) return '';
  return m.compare_opening_from({
    kinds: listed(kinds.map(({ kind, count }) => `${withinName(kind)} (${count})`))
  });
}

function themesOf(prompts: readonly PromptOutput[]): string {
  const themed = prompts.filter(({ themes }) => themes.length > 1);
  const most = themed.sort((a, b) => b.notes.length - a.notes.length)[0];
  if (!most) return '';
  const [first] = most.themes;
  return m.compare_opening_themes({
    title: most.title,
    count: most.themes.length,
    largest: first!.text,
    what: wordsFor(most.kind).count({ count: first!.count })
  });
}

function votedFor(prompts: readonly PromptOutput[]): string {
  const voted = prompts.findLast(({ vote }) => (vote?.options.length ?? 0) > 0);
  const first = voted?.vote?.options.filter(({ place, score }) => place === 1 && score > 0) ?? [];
  if (!voted || first.length === 0 || first.length > 2) return '';
  return m.compare_opening_voted({ title: voted.title, first: listed(first.map(({ text }) => text)) });
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);
}
