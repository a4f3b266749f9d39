/** What will stand under a quote outside of the console, so that it is known before it is sent. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { Pledge } from '$lib/domain/meeting/pledge';
import { organisationAt } from '$lib/domain/meeting/sight';
import { cleanLine } from '$lib/domain/text';
import { m } from '$lib/paraglide/messages';
import type { Me } from './phone-meeting';

/**
 * Undefined as long as nothing is chosen. The prompt's pledge holds also where the quote's own is looser. `at`: when it was
 * sent, if it was; where no name stands the organisation is the one of then.
 */
export function speakerLine(fields: Fields, me: Me, pledge: Pledge, at?: number): string | undefined {
  const organisation = at === undefined ? me.organisation : organisationAt(me, at);
  switch (fields.speaker) {
    case 'me':
      if (pledge === 'anonymous') return m.phone_quote_nobody();
      return pledge === 'named' ? listed(me.name, me.organisation) : organisation || m.phone_quote_nobody();
    case 'organisation':
      return (pledge !== 'anonymous' && organisation) || m.phone_quote_nobody();
    case 'anonymous':
      return m.phone_quote_nobody();
    case 'other': {
      const name = cleanLine(fields.speakerName ?? '');
      return name ? listed(name, cleanLine(fields.speakerTitle ?? '')) : undefined;
    }
    default:
      return undefined;
  }
}

/** What will stand under it in the documentation. */
export function printLine(fields: Fields, me: Me, pledge: Pledge, at?: number): string | undefined {
  const shown = speakerLine(fields, me, pledge, at);
  if (shown === undefined || (fields.speaker !== 'me' && fields.speaker !== 'other')) return shown;
  switch (fields.printed ?? 'name') {
    case 'name':
      return shown;
    case 'organisation':
      return speakerLine({ speaker: 'organisation' }, me, pledge, at);
    default:
      return m.phone_quote_nobody();
  }
}

function listed(...parts: string[]): string {
  return parts.filter(Boolean).join(', ');
}
