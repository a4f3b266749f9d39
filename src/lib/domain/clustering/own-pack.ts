/** The role pack that a learning project keeps for itself: text that its leaders write, and may read again as they wrote it. */
import { cleanLines, lengthOf } from '../text.ts';
import { beginsParts, entriesOf, LONGEST_ENTRY } from './role-pack.ts';

export interface OwnPack {
  /** Is the common pack used as well? */
  common: boolean;
  /** In the format of role-pack.ts. */
  own: string;
}

export const NO_OWN_PACK: OwnPack = { common: true, own: '' };
export const OWN_PACK_LIMITS = { text: 20_000, lines: 500 } as const;

/** `line` counts from 1. */
export interface OwnPackFault {
  code: 'too-long' | 'too-many-lines' | 'entry-too-long';
  limit: number;
  line?: number;
}

export function checkOwnPack(text: string): { ok: true; own: string } | { ok: false; fault: OwnPackFault } {
  const own = cleanLines(text);
  const lines = own.split('\n');
  const fault = (code: OwnPackFault['code'], limit: number, line?: number) =>
    ({ ok: false, fault: { code, limit, ...(line === undefined ? {} : { line }) } }) as const;
  if (lengthOf(own) > OWN_PACK_LIMITS.text) return fault('too-long', OWN_PACK_LIMITS.text);
  if (lines.length > OWN_PACK_LIMITS.lines) return fault('too-many-lines', OWN_PACK_LIMITS.lines);
  // As it was typed: the line that is named is to be found again.
  const long = text
    .split(/\r\n?|\n/)
    .findIndex((line) => entriesOf(line).some((entry) => entry.length > LONGEST_ENTRY));
  return long < 0 ? { ok: true, own } : fault('entry-too-long', LONGEST_ENTRY, long + 1);
}

/** With these roles as lines of their own: after the other roles, before the parts of compounds. */
export function withRoles(own: string, roles: readonly string[]): string {
  if (roles.length === 0) return own;
  const lines = own.trim() ? own.split(/\r?\n/) : [];
  const parts = lines.findIndex(beginsParts);
  lines.splice(parts < 0 ? lines.length : parts, 0, ...roles);
  return lines.join('\n');
}
