/** Vitest's global setup: one embedded PostgreSQL in a folder of its own for the whole run. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../server/db/embedded/supervisor.ts';
import type { EmbeddedOptions } from '../server/db/embedded/supervisor.ts';
import { createLog } from '../server/log.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: EmbeddedOptions;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'ordvagg-tests-'));
  // Run by root, PostgreSQL gets another user, who must come through.
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded(folder, createLog('error'));
  project.provide('database', embedded.options);
  return async () => {
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
