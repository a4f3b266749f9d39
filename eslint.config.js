import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Imports go one way: domain <- protocol <- client and server <- routes.
/**
 * @param {string[]} files
 * @param {[string, string][]} forbidden a pattern and the sentence for it
 * @returns {import('eslint').Linter.Config}
 */
const boundary = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map(([regex, message]) => ({ regex, message })) }
    ]
  }
});
const IO =
  '^(node:|fs|path|crypto|http|socket\\.io|postgres|drizzle|lucia|pino|svelte|\\$app|\\$env|@sveltejs)';

export default ts.config(
  { ignores: ['build', '.svelte-kit', 'src/lib/paraglide', 'drizzle', 'test-results', 'project.inlang'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  {
    rules: {
      // Types see what is undefined; this rule does not know Svelte's runes and App's namespace.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // No base path: links are written as they are.
      'svelte/no-navigation-without-resolve': 'off',
      // Vitest's and Playwright's fixtures take an empty pattern.
      'no-empty-pattern': 'off',
      // State is folded and replaced whole, in $state.raw.
      'svelte/prefer-svelte-reactivity': 'off',
      // Marks stand alone in what text.ts takes out.
      'no-misleading-character-class': 'off'
    }
  },
  boundary(
    ['src/lib/domain/**'],
    [
      [IO, 'The core is pure: no I/O, no framework.'],
      ['(/|^)(protocol|client|server|routes|paraglide|i18n|ui)/', 'The core imports nothing but itself.']
    ]
  ),
  boundary(
    ['src/lib/protocol/**'],
    [['(/|^)(client|server|routes|paraglide)/', 'The protocol knows the core alone.']]
  ),
  boundary(
    ['src/lib/client/**', 'src/lib/meeting/**', 'src/lib/review/**', 'src/lib/ui/**', 'src/lib/i18n/**'],
    [['(^|/)(server|routes)/', 'Shared parts know neither the server nor the routes.']]
  ),
  boundary(['src/routes/**'], [['(^|/)server/', 'Routes reach the server through event.locals.app alone.']]),
  boundary(['server/**'], [['(/|^)(client|routes)/', 'The server does not know the pages.']])
);
