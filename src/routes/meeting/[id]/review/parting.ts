/** What a filter could and could not do with a step, in words. */
import type { Filter, Parting } from '$lib/domain/outputs/filtered';
import { withinName } from '$lib/i18n/organisation-kinds';
import { m } from '$lib/paraglide/messages';
import { asksMuch } from './filter';

/** `shown`: how many of its answers are theirs. */
export function partingText(parting: Parting, shown: number): string {
  switch (parting.by) {
    case 'votes':
      return m.compare_parting_votes();
    case 'nothing':
      return m.compare_parting_nothing();
    case 'no-organisation':
      return m.compare_parting_no_organisation();
    case 'no-group':
      return m.compare_parting_no_group();
    case 'parted': {
      const { of, without } = parting;
      const unknown = without > 0 ? m.compare_parting_without({ count: without }) : '';
      return [m.compare_of({ shown, of }), unknown].filter(Boolean).join(' ');
    }
  }
}

/** Why a step shows no answers under a filter, though there are some. */
export function noneText(filter: Filter): string {
  if (asksMuch(filter)) return m.compare_none_of_all_here();
  const { organisation, kind, group } = filter;
  return m.compare_none_from({ who: kind ? withinName(kind) : (organisation ?? group ?? '') });
}
