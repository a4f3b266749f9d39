/** What a filter could and could not do with a step, in words. */
import type { Parting } from '$lib/domain/outputs/filtered';
import { m } from '$lib/paraglide/messages';

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
