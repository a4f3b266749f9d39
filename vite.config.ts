import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { sockets } from './server/dev.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      outputStructure: 'message-modules',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale']
    }),
    sveltekit(),
    sockets()
  ],
  test: {
    // Vitest leaves a core to others, which on two cores halves the speed.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          // Some go through hundreds of cards: a second here, and ten on a busy machine.
          testTimeout: 30_000
        }
      },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.ts', 'tests/fuzz/**/*.test.ts'],
          globalSetup: ['tests/database.ts'],
          testTimeout: 30_000
        }
      }
    ]
  }
});
