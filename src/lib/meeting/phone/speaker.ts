/** What will stand under a quote outside of the console, so that it is known before it is sent. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { Pledge } from '$lib/domain/meeting/pledge';
import { cleanLine } from '$lib/domain/text';
import { m } from '$lib/paraglide/messages';
import type { Me } from './phone-meeting';

/** Undefined as long as nothing is chosen. The prompt's pledge holds also where the quote's own is looser. */
export function speakerLine(fields: Fields, me: Me, pledge: Pledge): string | undefined {
  const { organisation } = me;
  switch (fields.speaker) {
    case 'me':
      if (pledge === 'anonymous') return m.phone_quote_nobody();
      return pledge === 'named' ? listed(me.name, organisation) : organisation || m.phone_quote_nobody();
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
export function printLine(fields: Fields, me: Me, pledge: Pledge): string | undefined {
  const shown = speakerLine(fields, me, pledge);
  if (shown === undefined || (fields.speaker !== 'me' && fields.speaker !== 'other')) return shown;
  switch (fields.printed ?? 'name') {
    case 'name':
      return shown;
    case 'organisation':
      return speakerLine({ speaker: 'organisation' }, me, pledge);
    default:
      return m.phone_quote_nobody();
  }
}

function listed(...parts: string[]): string {
  return parts.filter(Boolean).join(', ');
}
