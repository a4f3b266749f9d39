/**
 * A role pack: which words people use for one role, as somebody who knows the trade wrote it down. One role a line, words and
 * phrases parted by commas, `#` begins a comment; below `[delar]` or `[parts]` words that are alike as parts of compounds.
 */
import { foldKey } from '../text.ts';

export interface RolePack {
  roles: readonly (readonly string[])[];
  parts: readonly (readonly string[])[];
}

type Line = readonly string[];

/** No card is longer than that: such an entry is a sentence, or a list that was written without commas. */
export const LONGEST_ENTRY = 120;

/** Reads a pack; what cannot be read is passed over. */
export function readRolePack(text: string): RolePack {
  const roles: string[][] = [];
  const parts: string[][] = [];
  let into = roles;
  for (const line of text.split(/\r?\n/)) {
    if (beginsParts(line)) into = parts;
    else {
      const entries = entriesOf(line).filter((entry) => entry.length <= LONGEST_ENTRY);
      if (entries.length > 0) into.push(entries);
    }
  }
  return { roles, parts: parts.filter(({ length }) => length > 1) };
}

/** What is written on one line of a pack. */
export function entriesOf(line: string): string[] {
  const entries = line.replace(/#.*$/, '').split(',');
  return entries.map((entry) => entry.trim()).filter(Boolean);
}

/** Do the lines after this one tell of parts of compounds? */
export function beginsParts(line: string): boolean {
  return /^\s*\[(delar|parts)\]\s*(#.*)?$/i.test(line);
}

/**
 * A pack of one's own laid over the common one. The first word of a line says which role is meant: where the common pack knows
 * it, the line adds to that role. Its other words, and a word that has a line to itself, are taken from where they stood. Else
 * "pådrivare, draghund" would part Pådrivare from all that the common pack knows of it.
 */
export function overlaid(own: RolePack, common: RolePack): RolePack {
  return { roles: laidOver(own.roles, common.roles), parts: laidOver(own.parts, common.parts) };
}

function laidOver(own: readonly Line[], common: readonly Line[]): Line[] {
  const named = own.flatMap((line) => (line.length > 1 ? line.slice(1) : line));
  const taken = new Set(named.map(foldKey));
  const lines: string[][] = [];
  const homes = new Map<string, string[]>();
  const add = (line: Line) => {
    const made = [...line];
    lines.push(made);
    for (const entry of line) homes.set(foldKey(entry), made);
  };
  for (const line of common) {
    const rest = line.filter((entry) => !taken.has(foldKey(entry)));
    if (rest.length > 0) add(rest);
  }
  for (const line of own) {
    const home = homes.get(foldKey(line[0]!));
    if (home) home.push(...line.slice(1));
    else add(line);
  }
  return lines;
}
