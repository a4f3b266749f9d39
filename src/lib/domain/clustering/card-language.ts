/** The languages in which cards are read. A meeting has one; a card in the other is read in that one. */
export const CARD_LANGUAGES = ['sv', 'en'] as const;
export type CardLanguage = (typeof CARD_LANGUAGES)[number];

/** The language of that name; undefined where there is none. */
export function cardLanguage(name: string): CardLanguage | undefined {
  return CARD_LANGUAGES.find((language) => language === name);
}
