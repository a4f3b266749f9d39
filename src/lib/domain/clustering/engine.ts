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

/** A placer for the cards of one prompt. */
export function placerFor(words: Words, { question, language, mode }: Context): Placer {
  const tongues = [
    { language: swedish, lexicon: words.sv },
    { language: english, lexicon: words.en }
  ];
  const analyser = new Analyser(language === 'sv' ? tongues : tongues.reverse());
  analyser.ask(question);
  const pack = words.packs?.[language];
  return new Placer(analyser, new Measure(analyser, pack), mode);
}
