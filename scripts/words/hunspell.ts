/** Word lists of the spell checker Hunspell: lemmas with flags, and what the flags' endings are. */

/** Words that are known to be wrong, or stand only inside of others, help nobody to read a card. */
const USELESS = /[%¤]/;
const ORDINARY = /^[\p{Ll}][\p{Ll}'-]+$/u;

/**
 * `suffixes`: flag, what is cut, what is added, condition (tabs between); `links`: the same for the forms that a word has as
 * the first part of a compound. `words`: lemma and flags.
 * Names and abbreviations are left out: a role is a common noun.
 */
export function hunspellSections(
  aff: string,
  dic: string
): { sections: [string, string[]][]; lemmas: Set<string> } {
  const suffixes: string[] = [];
  const links: string[] = [];
  for (const line of aff.split(/\r?\n/)) {
    const [type, flag, cut, added, condition] = line.trim().split(/\s+/);
    if (type !== 'SFX' || condition === undefined) continue;
    const [ending, more = ''] = added!.split('/');
    const rule = [flag, cut === '0' ? '' : cut, ending === '0' ? '' : ending, condition].join('\t');
    // X, U: the form stands inside of compounds, as kunskap does with an s. Z alone: it stands nowhere else.
    if (/[XU]/.test(more)) links.push(rule);
    else if (!more.includes('Z')) suffixes.push(rule);
  }
  const words = new Map<string, string>();
  for (const line of dic.split(/\r?\n/).slice(1)) {
    const [entry] = line.trim().split(/\s+/);
    const [lemma = '', flags = ''] = (entry ?? '').split('/');
    if (!ORDINARY.test(lemma) || USELESS.test(flags) || (flags.includes('Z') && flags.includes('X')))
      continue;
    words.set(lemma, (words.get(lemma) ?? '') + flags.replace(/[!cWZ]/g, ''));
  }
  const lines = [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([lemma, flags]) => `${lemma}\t${flags}`);
  return {
    sections: [
      ['suffixes', suffixes],
      ['links', links],
      ['words', lines]
    ],
    lemmas: new Set(words.keys())
  };
}
