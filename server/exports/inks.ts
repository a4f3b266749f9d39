/** The colours of printed files, on white paper: those of the pages (ui/tokens.css). */
export const INKS = { ink: '#1f1f1f', quiet: '#55524a', line: '#dad6c8', paper: '#ffffff' } as const;
