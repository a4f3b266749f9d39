/** The few words that files have of their own. */
export const WORDS = {
  sv: { contents: 'Innehåll', figure: 'Figur', table: 'Tabell' },
  en: { contents: 'Contents', figure: 'Figure', table: 'Table' }
} as const;
