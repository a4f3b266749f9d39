/** A kind of step that nobody has thought of yet: one file, one view, and a line each where they are listed. Built and walked. */
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { demoLeader, startDemo } from './demo.ts';
import { joinMeeting, openDesk, openPhone } from './people.ts';

const KIND = `import type { Kind } from './kind.ts';

/** A wish: what somebody would like, and how much. */
export const wish: Kind = {
  name: 'wish',
  takes: 'notes',
  fields: {
    text: { type: 'line', min: 1, max: 80 },
    strength: { type: 'number', least: 1, most: 5 },
    until: { type: 'day' }
  },
  main: 'text',
  outcome: 'wishes',
  words: {
    sv: { kind: 'Önskan', note: 'Önskan', one: '1 önskan', many: '{count} önskningar',
      fields: { text: 'Vad önskar du?', strength: 'Hur mycket?', until: 'Till när?' } },
    en: { kind: 'Wish', note: 'Wish', one: '1 wish', many: '{count} wishes',
      fields: { text: 'What do you wish for?', strength: 'How much?', until: 'Until when?' } }
  }
};
`;

/** For the projector, which gives its room, and for the report. */
const VIEW = `<script lang="ts">
  import type { Answer } from '$lib/domain/outcomes/answer';

  interface Props {
    prompt: { title: string; notes?: readonly Answer[] };
    notes?: readonly Answer[];
    stage?: object;
  }
  let { prompt, notes = prompt.notes ?? [], stage }: Props = $props();
</script>

{#if stage}<h1>{prompt.title}</h1>{/if}
<ol class="wishes">
  {#each notes as { id, fields = {} } (id)}<li>{'★'.repeat(Number(fields.strength))} {fields.text}</li>{/each}
</ol>
`;

/** What a build needs of the sources. */
const SOURCES = ['src', 'server', 'messages', 'drizzle', 'words', 'project.inlang'];
const FILES = ['package.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];

let root: string;
test.beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ordvagg-kind-'));
  const all = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...SOURCES, ...FILES], {
    encoding: 'utf8'
  });
  for (const file of all.split('\n').filter(Boolean)) place(file);
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  write('src/lib/domain/kinds/wish.ts', KIND);
  write('src/lib/outcomes/Wishes.svelte', VIEW);
  write(
    'src/lib/domain/kinds/registry.ts',
    (text) => `import { wish } from './wish.ts';\n${text.replace('Kind[] = [', 'Kind[] = [\n  wish,')}`
  );
  for (const registry of ['src/lib/meeting/wall/outcomes.ts', 'src/routes/meeting/[id]/review/outcomes.ts'])
    write(
      registry,
      (text) =>
        `import Wishes from '$lib/outcomes/Wishes.svelte';\n${text.replace('  timeline: Timeline,', '  timeline: Timeline,\n  wishes: Wishes,')}`
    );
});
test.afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A hard link where that can be: nothing is written into it. */
function place(file: string): void {
  const to = join(root, file);
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(file, to);
  } catch {
    copyFileSync(file, to);
  }
}

function write(file: string, change: string | ((text: string) => string)): void {
  const to = join(root, file);
  const text = typeof change === 'string' ? change : change(readFileSync(to, 'utf8'));
  // Never through a link.
  rmSync(to, { force: true });
  writeFileSync(to, text);
}

test('a new kind is planned, answered, shown and reported', { tag: '@deep' }, async ({ browser }) => {
  // It builds, besides: half a minute where nobody else does.
  test.setTimeout(300_000);
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--minify', 'false');
  const demo = await startDemo(root);
  try {
    const leader = await demoLeader(browser, demo);
    await leader.goto(`/meeting/${demo.meeting}/plan`);
    await leader.waitForLoadState('networkidle');
    await leader.getByRole('button', { name: 'Nytt steg' }).click();
    await leader.getByRole('menuitem', { name: 'Önskan', exact: true }).click();
    const field = leader.getByLabel('Fråga', { exact: true });
    await field.fill('Vad önskar vi oss?');
    await field.blur();
    await leader.goto(`/meeting/${demo.meeting}/console`);
    await leader.waitForLoadState('networkidle');
    await leader
      .getByRole('button', { name: /Vad önskar vi oss/ })
      .first()
      .click();
    await leader.getByRole('button', { name: 'Öppna frågan' }).first().click();

    const phone = await openPhone(browser, demo.server.origin);
    await joinMeeting(phone, demo.code, 'Gun', 'Region Älvmark');
    await phone.getByLabel('Vad önskar du?').fill('Mer tid');
    await phone.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expect(phone.getByText('Välj ett av alternativen först.')).toBeVisible();
    await phone.getByText('4', { exact: true }).click();
    await phone.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expect(phone.locator('.row', { hasText: 'Mer tid' })).toContainText('Sparad');

    const wall = await openDesk(browser, demo.server.origin);
    await wall.goto(`/meeting/${demo.meeting}/wall?key=${demo.wallKey}`);
    await expect(wall.locator('.wishes')).toHaveText('★★★★ Mer tid');
    await expect(wall.getByText('1 önskan')).toBeVisible();

    await leader.goto(`/meeting/${demo.meeting}/review`);
    await expect(leader.getByRole('region', { name: 'Vad önskar vi oss?' }).locator('.wishes')).toHaveText(
      '★★★★ Mer tid'
    );
    const markdown = await (await leader.request.get(`/meeting/${demo.meeting}/export/md`)).text();
    expect(markdown).toContain('Hur mycket?: 4 av 5');
  } finally {
    await demo.server.stop();
  }
});
