/** Why a text lies beside a card, from what matched between them. */
import type { Face } from './faces.ts';

import type { Why } from './why.ts';

/** `face` was laid beside a card of another face, or of its own. */
export function reasonOf(face: Face, { id: other, face: its }: { id: string; face: Face }): Why {
  const likeness = face.alike.get(its);
  if (face === its || !likeness || likeness.matches.length === 0) return { kind: 'same', other };
  const { matches } = likeness;
  const role = matches.find(({ how }) => how === 'role');
  if (role) return { kind: 'pack', other, pairs: [[role.a, role.b]], parts: [] };
  const slip = matches.find(({ how }) => how === 'slip');
  if (slip) return { kind: 'typo', other, wrote: slip.a, meant: slip.b };
  const parts = matches.filter(({ how }) => how === 'same').map(({ root, a }) => root ?? a);
  const pairs = matches.filter(({ how }) => how === 'kin').map(({ a, b }): [string, string] => [a, b]);
  if (pairs.length > 0) return { kind: 'synonym', other, parts, pairs };
  const read = misread(face) ?? misread(its);
  if (read) return { kind: 'typo', other, ...read };
  return parts.length === 1 ? { kind: 'form', other, stem: parts[0]! } : { kind: 'parts', other, parts };
}

function misread({ analysis }: Face): { wrote: string; meant: string } | undefined {
  const token = analysis.tokens.find(({ meant }) => meant !== undefined);
  return token && { wrote: token.text, meant: token.meant! };
}
