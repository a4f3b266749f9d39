/** What a source is like now, so that an editor is told when it has changed since it was placed. */
import type { Seen, Source } from '../documentation/source.ts';
import type { Attendance } from '../outputs/attendance.ts';
import type { PromptOutput } from '../outputs/outputs.ts';
import { narrowed } from './narrowed.ts';

/** Equal for as long as what it shows says the same; where a wall's words stand does not count. */
export function seenNow(prompt: PromptOutput, { part, only }: Pick<Source, 'part' | 'only'>): Seen {
  const { title, instruction, notes, uncited, words, themes, groups, vote, summaries } = narrowed(
    prompt,
    only
  );
  const asked =
    part === 'all'
      ? { title, instruction, summaries, uncited }
      : { uncited: uncited.map(({ fields }) => fields) };
  const lying =
    part === 'quotes'
      ? {}
      : { words: words.map(({ text, notes: ids }) => [text, ids]), themes, groups, vote };
  return { hash: hashed(JSON.stringify([notes, asked, lying])), notes: notes.length + uncited.length };
}

/** The same of who took part. */
export function attendanceSeen(organisations: readonly Attendance[]): Seen {
  const people = organisations.reduce((sum, { participants }) => sum + participants, 0);
  return { hash: hashed(JSON.stringify(organisations)), notes: people };
}

/** 53 bits of a text (cyrb53, in the public domain): told apart, not kept secret. */
function hashed(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}
