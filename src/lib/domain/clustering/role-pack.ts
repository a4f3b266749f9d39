/**
 * A role pack: which words people use for one role, as somebody who knows the trade wrote it down. One role a line, words and
 * phrases parted by commas, `#` begins a comment; below `[delar]` or `[parts]` words that are alike as parts of compounds.
 */

export interface RolePack {
  roles: readonly (readonly string[])[];
  parts: readonly (readonly string[])[];
}

const LONGEST_ENTRY = 120;

/** Reads a pack; what cannot be read is passed over. */
export function readRolePack(text: string): RolePack {
  const roles: string[][] = [];
  const parts: string[][] = [];
  let into = roles;
  for (const line of text.split(/\r?\n/)) {
    const bare = line.replace(/#.*$/, '').trim();
    if (/^\[(delar|parts)\]$/i.test(bare)) into = parts;
    else if (bare) {
      const entries = bare.split(',').map((entry) => entry.trim());
      into.push(entries.filter((entry) => entry && entry.length <= LONGEST_ENTRY));
    }
  }
  return { roles: roles.filter(({ length }) => length > 0), parts: parts.filter(({ length }) => length > 1) };
}

/** Several packs as one: an organisation's own beside the common one. */
export function joinedPacks(packs: readonly RolePack[]): RolePack {
  return { roles: packs.flatMap(({ roles }) => roles), parts: packs.flatMap(({ parts }) => parts) };
}
