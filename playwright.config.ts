/** Browser tests. Each file starts the real server on a folder and a port of its own (tests/fixtures/server.ts). */
import { defineConfig, devices } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  // Two files at a time, each with a server and a port of its own: one after the other they take half an hour.
  workers: 2,
  // Long: on a machine shared with others a minute is easily lost, and what never comes is told by the shorter ones below.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // What takes minutes is for `npm run test:deep`, before an issue is resolved.
  ...(process.env.DEEP ? { grep: /@deep/ } : { grepInvert: /@deep/ }),
  // On a shared machine a whole minute may be lost: what passes only the second time is told as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
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
