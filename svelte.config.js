import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    typescript: {
      // Kit's own list leaves top-level folders out: without this, errors in server/ are never seen.
      config: (config) => ({
        ...config,
        include: [
          ...config.include,
          '../server/**/*.ts',
          '../server/**/*.js',
          '../scripts/**/*.ts',
          '../scripts/**/*.js',
          '../tests/**/*.ts',
          '../*.config.ts',
          '../*.config.js'
        ]
      })
    }
  }
};
