/** What a partner who answers through a link allows, and what of the answer the link knows by itself. */
import type { Fields, Kind } from '../kinds/kind.ts';
import { kindOf } from '../kinds/registry.ts';
import { stricter } from '../meeting/pledge.ts';
import type { Pledge } from '../meeting/pledge.ts';

/** May it be quoted: with the organisation's name, without any, not at all. */
export const CONSENTS = ['organisation', 'anonymous', 'unquoted'] as const;
export type Consent = (typeof CONSENTS)[number];

interface Asking {
  kind: string;
  pledge: Pledge;
}

/** What may be chosen there: nothing where words stand without a sender anyway, or where the kind itself asks. */
export function consentsFor({ kind: name, pledge }: Asking): readonly Consent[] {
  const kind = kindOf(name);
  if (!kind || kind.outcome === 'wall' || kind.print) return [];
  return pledge === 'anonymous' ? ['anonymous', 'unquoted'] : CONSENTS;
}

/** The kind without what the link knows: it is not asked for. */
export function askedOf(kind: Kind): Kind {
  if (!knowsActor(kind)) return kind;
  const fields = Object.entries(kind.fields).filter(([name]) => name !== 'actorKind' && name !== 'actor');
  return { ...kind, fields: Object.fromEntries(fields) };
}

/**
 * The answer as it is submitted. The organisation's kind is always told, its name where it may be: a field of the answer would else tell
 * what the pledge keeps.
 */
export function partnerNote(
  { kind: name, pledge }: Asking,
  {
    fields,
    consent,
    organisation
  }: { fields: Fields; consent: Consent; organisation: { name: string; kind: string } }
): { fields: Fields; pledge: Pledge; unquoted?: true } {
  const kind = kindOf(name);
  const asked = consentsFor({ kind: name, pledge });
  // Whoever sends what was not offered gets the stricter reading.
  const asOffered = asked.includes(consent) ? consent : 'anonymous';
  // A kind that asks by itself keeps what it was told; words of a wall stand without a sender.
  const given = kind?.print ? 'organisation' : asOffered;
  const promised = stricter(pledge, given === 'organisation' ? 'organisation' : 'anonymous');
  const { actor: _actor, actorKind: _kind, ...own } = fields;
  const known =
    kind && knowsActor(kind)
      ? {
          ...own,
          actorKind: organisation.kind,
          ...(promised === 'anonymous' ? {} : { actor: shortName(kind, organisation.name) })
        }
      : fields;
  return { fields: known, pledge: promised, ...(given === 'unquoted' ? { unquoted: true as const } : {}) };
}

function knowsActor({ fields }: Kind): boolean {
  return fields.actor !== undefined && fields.actorKind !== undefined;
}

function shortName({ fields }: Kind, name: string): string {
  const max = fields.actor && 'max' in fields.actor ? fields.actor.max : 0;
  return [...name].slice(0, max).join('');
}
