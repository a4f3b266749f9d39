import adapter from '@sveltejs/adapter-node';
import { withWorkers } from './server/starter/bundle-workers.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: withWorkers(adapter()),
    // Nothing from a third party. No upgrade-insecure-requests: plain http on a LAN address must work.
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'font-src': ['self', 'data:'],
        'connect-src': ['self', 'ws:', 'wss:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['self']
      }
    },
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
