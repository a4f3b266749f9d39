/**
 * An adapter that also bundles the workers. Kit's build makes one server out of everything; a thread needs a file of its own beside
 * it. Written after the adapter is done, since that empties build/ first.
 */
import { build } from 'vite';

const WORKERS = ['clustering', 'walls', 'exports', 'data-files'];
/** Stay packages: they hold machine code, or read files of their own. */
const PACKAGES = ['@resvg/resvg-js', 'pdfkit', 'fontkit', 'docx'];

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withWorkers(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      for (const name of WORKERS) await bundle(name);
    }
  };
}

/** @param {string} name */
async function bundle(name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: `server/${name}/worker.ts`,
      outDir: 'build',
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: `${name}-worker.js` } }
    },
    // Else it stands alone.
    ssr: { noExternal: true, external: PACKAGES }
  });
}
