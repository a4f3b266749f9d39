/** What a meeting can teach a role pack: words that people put together by hand, and that the pack does not know as one. */
import { roleCard } from '../kinds/role-card.ts';
import { notesOf } from '../meeting/cluster.ts';
import type { Cluster } from '../meeting/cluster.ts';
import { labelOf } from '../meeting/see-clusters.ts';
import { stands } from '../meeting/state.ts';
import type { MeetingState, Note } from '../meeting/state.ts';
import { foldKey, lengthOf } from '../text.ts';
import { formsOf } from '../wall/forms.ts';
import { english } from './languages/english.ts';
import { swedish } from './languages/swedish.ts';
import { wordsIn } from './letters.ts';
import type { RolePack } from './role-pack.ts';

const LONGEST = 60;
/** A word without the commonest endings of either language. */
const STEM =
  /^(.{3,}?)(?:ingarna|ingar|ingen|ing|arna|erna|orna|aren|ande|ende|are|ion|or|ar|er|en|et|an|na|at|ad|ed|a|e|n|t)?s?$/;

/**
 * A list per cluster of role cards in which a leader or the room laid something: the label, then what was laid there. Themes
 * are no synonyms. The texts of notes that stand and are not hidden, and no form of a word twice.
 */
export function grownFrom(state: MeetingState): string[][] {
  return Object.values(state.prompts).flatMap((prompt) => {
    if (prompt.removed || prompt.kind !== roleCard.name) return [];
    const lying = new Map<Cluster, Note[]>();
    for (const note of notesOf(state, prompt)) {
      const cluster = state.clusters[note.place?.cluster ?? ''];
      if (!cluster || cluster.theme || !stands(note)) continue;
      lying.set(cluster, [...(lying.get(cluster) ?? []), note]);
    }
    return [...lying].flatMap(([cluster, notes]) => {
      const texts = textsOf(state, cluster, notes);
      return texts.length > 1 ? [texts] : [];
    });
  });
}

/** Lists that begin alike as one, without what the pack knows as the same role as the first. */
export function unknownTo({ roles }: RolePack, groups: readonly (readonly string[])[]): string[][] {
  const byHead = new Map<string, string[]>();
  for (const [head = '', ...texts] of groups) {
    const key = foldKey(head);
    byHead.set(key, [...(byHead.get(key) ?? [head]), ...texts]);
  }
  return [...byHead.values()].flatMap(([head = '', ...texts]) => {
    const names = (line: readonly string[], text: string) => line.some((entry) => sameWord(entry, text));
    const known = roles.filter((line) => names(line, head));
    const news = texts.filter((text) => !known.some((line) => names(line, text)));
    const list = distinct([head, ...news]);
    return list.length > 1 ? [list] : [];
  });
}

function textsOf(state: MeetingState, cluster: Cluster, notes: readonly Note[]): string[] {
  const label = labelOf(state, cluster, notes);
  const byHand = notes.filter(({ place }) => place?.by === 'leader' || place?.by === 'room');
  if (byHand.length === 0) return [];
  const laid = byHand.map(textOf);
  const lay = formsOf(notes.filter((note) => !byHand.includes(note)).map(textOf));
  // Called after what was laid there, or by the leader: then what lay there is news too.
  const renamed = cluster.name !== '' || laid.some((text) => foldKey(text) === foldKey(label));
  const seat = renamed ? lay.slice(0, 1).map(({ text }) => text) : [];
  return distinct([label, ...seat, ...laid].filter(isWritable));
}

function textOf({ fields }: Note): string {
  return fields[roleCard.main] ?? '';
}

/** Can it stand on a line of a pack as one entry? */
function isWritable(text: string): boolean {
  return text !== '' && lengthOf(text) <= LONGEST && !/[,#[\]]/.test(text);
}

function distinct(texts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const text of texts) if (!kept.some((one) => sameWord(one, text))) kept.push(text);
  return kept;
}

/**
 * "En samordnare" and "samordningen": without small words and endings the same. Dictionaries know better, but only the worker
 * has them; and what is left out here, the pack can do without.
 */
function sameWord(a: string, b: string): boolean {
  if (foldKey(a) === foldKey(b)) return true;
  const [mine, its] = [stemsOf(a), stemsOf(b)];
  return mine !== '' && mine === its;
}

function stemsOf(text: string): string {
  const content = wordsIn(text).filter((word) => !swedish.stop.has(word) && !english.stop.has(word));
  return content.map((word) => STEM.exec(word)?.[1] ?? word).join(' ');
}
