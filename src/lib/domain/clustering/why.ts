/**
 * Why a card lies where it lies: facts, not a sentence (src/lib/i18n/why.ts makes that). Cards are named by their ids, and a
 * reason that speaks of a withdrawn one is not shown. Yet single words of the texts are in it (`wrote`, `pairs`, `parts`, `stem`,
 * `words`), as a label of NotesPlaced holds a whole short text: `meeting/erasing.ts` takes
 * these out with it.
 */
export type Why =
  /** The same letters but for case, spaces, accents and marks. */
  | { kind: 'same'; other: string }
  /** Forms of one word: samordna, samordnare, samordning. */
  | { kind: 'form'; other: string; stem: string }
  /** Misspelt: `wrote` was read as `meant`. */
  | { kind: 'typo'; other: string; wrote: string; meant: string }
  /** The same parts: kunskapsspridare, sprida kunskap. */
  | { kind: 'parts'; other: string; parts: string[] }
  /** Some parts the same, others of one meaning. */
  | { kind: 'synonym'; other: string; parts: string[]; pairs: [string, string][] }
  /** The role pack knows them as one role. */
  | { kind: 'pack'; other: string; pairs: [string, string][]; parts: string[] }
  /** Meanings near each other, as an embedding server sees it. */
  | { kind: 'near'; other: string }
  /** So answered `yes` of `of` in the room. */
  | { kind: 'room'; yes: number; of: number }
  /** Like what people laid in the theme. */
  | { kind: 'theme' }
  | { kind: 'leader' }
  | { kind: 'author' }
  /** Unlike the rest of its cluster: it may be one of its own. */
  | { kind: 'apart' }
  /** Like nothing else when it came: a cluster of its own. */
  | { kind: 'alone' };
