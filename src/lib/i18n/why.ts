/** Why a card lies where it lies, as a sentence. Cards are named by their texts, as far as the reader may see them. */
import type { Why } from '../domain/clustering/why.ts';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';

/** `textOf` gives a card's text, or undefined where it is gone. */
export function whyText(why: Why, textOf: (note: string) => string | undefined): string {
  const card = (id: string) => {
    const text = textOf(id);
    return text === undefined ? m.why_gone() : m.why_card({ text });
  };
  switch (why.kind) {
    case 'same':
      return m.why_same({ other: card(why.other) });
    case 'form':
      return m.why_form({ other: card(why.other) });
    case 'typo':
      return m.why_typo({ wrote: why.wrote, meant: why.meant });
    case 'parts':
      return m.why_parts({ other: card(why.other), parts: listed(why.parts) });
    case 'synonym':
      return sentences(shared(why.parts), ...why.pairs.map(pair));
    case 'pack':
      return sentences(m.why_pack({ other: card(why.other) }), ...why.pairs.map(pair));
    case 'near':
      return m.why_near({ other: card(why.other) });
    case 'room':
      return m.why_room({ yes: why.yes, of: why.of });
    case 'theme':
      return why.words.length > 0 ? m.why_theme({ words: listed(why.words) }) : m.why_theme_alone();
    case 'leader':
      return m.why_leader();
    case 'author':
      return m.why_author();
    case 'alone':
      return m.why_alone();
  }
}

function shared(parts: readonly string[]): string {
  return parts.length > 0 ? m.why_shared({ parts: listed(parts) }) : '';
}

function pair([one, other]: readonly [string, string]): string {
  return m.why_pair({ one: one.charAt(0).toLocaleUpperCase(getLocale()) + one.slice(1), other });
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(getLocale()).format(words);
}

function sentences(...all: string[]): string {
  return all.filter(Boolean).join(' ');
}
