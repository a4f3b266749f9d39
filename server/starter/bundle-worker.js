/**
 * An adapter that also bundles the clustering worker. Kit's build makes one server out of everything; a thread needs a file of
 * its own beside it. Written after the adapter is done, since that empties build/ first.
 */
import { build } from 'vite';

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withWorker(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          ssr: 'server/clustering/worker.ts',
          outDir: 'build',
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: { output: { entryFileNames: 'clustering-worker.js' } }
        },
        // It stands alone.
        ssr: { noExternal: true }
      });
    }
  };
}
