/** Browser tests. Each file starts the real server on a folder and a port of its own (tests/fixtures/server.ts). */
import { defineConfig, devices } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    locale: 'sv-SE',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--disable-background-networking',
        // A laptop in the LAN: plain http under a name of its own, so no secure context.
        '--host-resolver-rules=MAP ordvagg.test 127.0.0.1',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
      ]
    }
  }
});
