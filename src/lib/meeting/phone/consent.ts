/** What may stand under a quote in the documentation: asked for, never taken for granted. */
import type { Fields } from '$lib/domain/kinds/kind';
import type { PRINTED } from '$lib/domain/kinds/quote';
import type { Pledge } from '$lib/domain/meeting/pledge';

export type Printed = (typeof PRINTED)[number];

/** What one may choose of one's own words; nothing where only one thing can stand there. */
export function printable(pledge: Pledge, organisation: string): readonly Printed[] {
  if (pledge === 'anonymous') return [];
  const all: Printed[] = [
    ...(pledge === 'named' ? (['name'] as const) : []),
    ...(organisation ? (['organisation'] as const) : []),
    'none'
  ];
  return all.length > 1 ? all : [];
}

/** A stored quote, put up for change: what it leaves out is said. */
export function spelledOut(fields: Fields, pledge: Pledge): Fields {
  if (!isAsked(fields)) return fields;
  const { printed = 'name' } = fields;
  const own = fields.speaker === 'me' && printed === 'name' && pledge === 'organisation';
  return { ...fields, printed: own ? 'organisation' : printed };
}

/** Has it not been said yet? Of somebody else a tick is missing consent, and no mistake. */
export function isUnsaid(fields: Fields, pledge: Pledge, organisation: string): boolean {
  const choices = printable(pledge, organisation);
  return fields.speaker === 'me' && choices.length > 0 && !choices.some((one) => one === fields.printed);
}

/** As it is sent: where nobody has said yes, no. */
export function consented(fields: Fields): Fields {
  return isAsked(fields) && !fields.printed ? { ...fields, printed: 'none' } : fields;
}

function isAsked({ speaker }: Fields): boolean {
  return speaker === 'me' || speaker === 'other';
}
