/** Everything that clustering knows of language, made once: dictionaries, role packs. Placers of prompts are made from it. */
import { Analyser } from './analysis.ts';
import type { CardLanguage } from './card-language.ts';
import { english } from './languages/english.ts';
import { swedish } from './languages/swedish.ts';
import type { Lexicon } from './lexicon.ts';
import { Measure } from './likeness.ts';
import { NO_OWN_PACK } from './own-pack.ts';
import type { OwnPack } from './own-pack.ts';
import { Placer } from './placer.ts';
import { overlaid, readRolePack } from './role-pack.ts';
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
  language: CardLanguage;
  /** Short phrases, or sentences. */
  mode: 'words' | 'sentences';
  /** What those who lead the meeting hold to be one role; without it the common pack alone. */
  pack?: OwnPack;
}

/** What has been read of words stays for the next prompt: reading a role pack takes half a second. */
interface Read {
  analyser: Analyser;
  /** By the packs that hold. */
  measures: Map<string, Measure>;
}

const READ = new WeakMap<Words, Map<Context['language'], Read>>();
/** So many projects with packs of their own are kept. */
const MOST_MEASURES = 20;

/** A placer for the cards of one prompt. */
export function placerFor(words: Words, { question, language, mode, pack = NO_OWN_PACK }: Context): Placer {
  const { analyser, measures } = readIn(words, language);
  const key = `${pack.common} ${pack.own}`;
  let measure = measures.get(key);
  if (!measure) {
    if (measures.size >= MOST_MEASURES) measures.clear();
    measures.set(key, (measure = new Measure(analyser, packOf(words.packs?.[language], pack))));
  }
  return new Placer(analyser.asking(question), measure, mode);
}

/** What holds of the common pack and of one's own. */
export function packOf(common: RolePack | undefined, pack = NO_OWN_PACK): RolePack | undefined {
  const used = pack.common ? common : undefined;
  if (!pack.own) return used;
  const own = readRolePack(pack.own);
  return overlaid(own, used ?? { roles: [], parts: [] });
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
    read = { analyser: new Analyser(language === 'sv' ? tongues : tongues.reverse()), measures: new Map() };
    known.set(language, read);
  }
  return read;
}
