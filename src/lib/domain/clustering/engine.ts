/** Everything that clustering knows of language, made once: dictionaries, role packs. Placers of prompts are made from it. */
import { Analyser } from './analysis.ts';
import { english } from './languages/english.ts';
import { swedish } from './languages/swedish.ts';
import type { Lexicon } from './lexicon.ts';
import { Measure } from './likeness.ts';
import { Placer } from './placer.ts';
import type { RolePack } from './role-pack.ts';

export interface Words {
  sv: Lexicon;
  en: Lexicon;
  /** Role packs; without them cards are told by the dictionaries alone. */
  packs?: { sv?: RolePack; en?: RolePack };
}

export interface Context {
  /** The question that the cards answer: its words weigh less. */
  question: string;
  /** The language of the meeting; cards in the other are read too. */
  language: 'sv' | 'en';
  /** Short phrases, or sentences. */
  mode: 'words' | 'sentences';
}

interface Read {
  analyser: Analyser;
  measure: Measure;
}

/** What has been read of words stays for the next prompt: reading a role pack takes half a second. */
const READ = new WeakMap<Words, Map<Context['language'], Read>>();

/** A placer for the cards of one prompt. */
export function placerFor(words: Words, { question, language, mode }: Context): Placer {
  const { analyser, measure } = readIn(words, language);
  return new Placer(analyser.asking(question), measure, mode);
}

function readIn(words: Words, language: Context['language']): Read {
  let known = READ.get(words);
  if (!known) READ.set(words, (known = new Map()));
  let read = known.get(language);
  if (!read) {
    const tongues = [
      { language: swedish, lexicon: words.sv },
      { language: english, lexicon: words.en }
    ];
    const analyser = new Analyser(language === 'sv' ? tongues : tongues.reverse());
    read = { analyser, measure: new Measure(analyser, words.packs?.[language]) };
    known.set(language, read);
  }
  return read;
}
