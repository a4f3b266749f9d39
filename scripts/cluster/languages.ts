/** A list in two languages is read all the same, but whoever gave it should know that one --lang was given for both. */

const COMMON = {
  sv: /(?<!\p{L})(och|att|som|för|med|på|är|vi|det|den|ett|till|av|inte)(?!\p{L})|[åäö]/iu,
  en: /(?<!\p{L})(the|and|of|to|with|who|for|is|we|an|things|people|not)(?!\p{L})|(?<=\p{L})(tion|ing|ship|ness)(?!\p{L})/iu
};
/** So many cards of the other language are no chance any more. */
const SHARE = 0.2;

/** A sentence where a good part of the cards seem to be in the other language, else undefined. */
export function otherLanguage(texts: readonly string[], language: 'sv' | 'en'): string | undefined {
  const other = language === 'sv' ? 'en' : 'sv';
  const cards = texts.filter((text) => text.trim());
  const foreign = cards.filter((text) => COMMON[other].test(text) && !COMMON[language].test(text)).length;
  if (foreign < SHARE * cards.length) return undefined;
  const name = { sv: 'Swedish', en: 'English' }[other];
  return `${foreign} of ${cards.length} cards seem to be in ${name}: they are read with its dictionary, but the two languages are not joined. --lang ${other} puts ${name} first.`;
}
