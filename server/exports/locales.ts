/** What a file is said to be written in. */
export const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const;
