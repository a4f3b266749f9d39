/**
 * `npm run demo`: the real server on a folder of its own, with a learning project in it, and 45 simulated participants who
 * join over the real protocol, answer whatever is open and find together when asked, at a human pace. Ctrl-C ends it and
 * removes the folder.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PromptView } from '../src/lib/domain/meeting/view.ts';
import { Guest } from '../server/crowd/guest.ts';
import { answersTo } from '../server/demo/notes.ts';
import { OPINIONS } from '../server/demo/opinions.ts';

interface Crowd {
  meeting: string;
  project: string;
  halfway: string;
  code: string;
  wallKey: string;
  cookie: string;
  tokens: string[];
}

const PEOPLE = 45;
/** The live meeting is the third. */
const LIVE = 2;
/** Seconds: everybody is in after this time, and how fast they then are. */
const JOINING = 12;
const PACE = { writing: 90, tapping: 10 };

if (process.argv.includes('--help')) {
  process.stdout.write(
    'npm run demo: starts Ordvägg with a learning project and 45 simulated participants. PORT and HOST apply.\n'
  );
  process.exit(0);
}

const port = Number(process.env.PORT ?? 3000);
const base = `http://localhost:${port}`;
const key = randomBytes(12).toString('base64url');
const folder = mkdtempSync(join(tmpdir(), 'ordvagg-demo-'));
chmodSync(folder, 0o755);
const server = spawn(process.execPath, ['server/main.js'], {
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: '',
    DEMO_KEY: key,
    LOG_LEVEL: 'warn'
  },
  stdio: ['ignore', 'inherit', 'inherit'],
  // Ctrl-C reaches a whole group: the server is to get one signal, from here, or it would hurry away from its database.
  detached: true
});
server.once('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'));

const crowd = await readCrowd();
announce(crowd);
await Promise.all(crowd.tokens.map((token, index) => takePart(crowd, token, index)));

/** Waits until the server answers. */
async function readCrowd(): Promise<Crowd> {
  for (;;) {
    const answer = await fetch(`${base}/demo/${key}/crowd?people=${PEOPLE}`).catch(() => undefined);
    if (answer?.ok) return (await answer.json()) as Crowd;
    await wait(200);
  }
}

function announce({ meeting, project, halfway, code, wallKey }: Crowd): void {
  const enter = (path: string) => `${base}/demo/${key}?next=${encodeURIComponent(path)}`;
  process.stdout.write(`
The demo is ready. ${PEOPLE} participants are coming in now and answer the first question;
"Nästa steg" in the console asks them the next one.

  Console    ${enter(`/meeting/${meeting}/console`)}
  Projector  ${base}/meeting/${meeting}/wall?key=${wallKey}
  A phone    ${base}/join/${code}
  Project    ${enter(`/projects/${project}`)}
  Halfway    ${enter(`/projects/${halfway}`)}   (another project, between two meetings, with its homework half in)

Ctrl-C ends it; nothing of it is kept.
`);
}

async function takePart(
  { meeting, code, cookie: name, tokens }: Crowd,
  token: string,
  index: number
): Promise<void> {
  await wait(Math.random() * JOINING * 1_000);
  const cookie = `${name}=${token}`;
  const headers = { cookie, 'content-type': 'application/json' };
  await fetch(`${base}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code }) });
  const notes = ({ kind }: PromptView) =>
    answersTo(kind, LIVE).filter((_, at) => at % tokens.length === index);
  new Guest({ base, meeting, cookie }, { notes, opinions: OPINIONS, pace: PACE });
}
