/** `npm run admin -- <command>`: what whoever runs the server can do at its terminal. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';
import type { App } from '../server/app.ts';
import { ConfigError, parseConfig } from '../server/config.ts';
import { newId } from '../server/secrets.ts';

const HELP = `npm run admin -- <command>

  leaders              lists the accounts: name and e-mail
  leader-link          prints a one-time link that makes a new leader's account
  password-link EMAIL  prints a one-time link that sets a new password for that account
  people               lists participants: project, person, name, organisation
  remove-person PROJECT PERSON
                       takes a participant's name and organisation out for good; what was written stays, without a name
  notes MEETING        lists a meeting's answers: step, answer and when it came; what they say is not printed
  erase-note MEETING NOTE
                       erases an answer for good, from the meeting and from whatever was made of it

It works on the database of DATA_DIR or DATABASE_URL, also while the server runs.
`;

/** How many words stand after each command, and what is said where they are others. */
const TAKES: Record<string, { most: number; otherwise?: string }> = {
  leaders: { most: 0 },
  'leader-link': { most: 0 },
  'password-link': { most: 1, otherwise: 'Which account? Give its e-mail.' },
  people: { most: 0 },
  'remove-person': { most: 2, otherwise: 'Which person of which project? "people" lists both.' },
  notes: { most: 1, otherwise: 'Of which meeting? Its id stands in the address of its console.' },
  'erase-note': { most: 2, otherwise: 'Which answer of which meeting? "notes MEETING" lists them.' }
};

const [command, ...rest] = process.argv.slice(2);
if (command === '--help' || command === 'help') {
  process.stdout.write(HELP);
} else if (command === undefined || !Object.hasOwn(TAKES, command)) {
  wrongUse(command ? `There is no command "${command}".` : 'Which command?');
} else if (rest.length !== TAKES[command]!.most) {
  wrongUse(TAKES[command]!.otherwise ?? `"${command}" takes nothing after it.`);
} else {
  await run();
}

async function run(): Promise<void> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  try {
    const config = parseConfig(process.env, root);
    const app = await createApp({ ...config, logLevel: 'error', demoKey: undefined }, root);
    try {
      const origins = app.addresses(config.port);
      const links = (token: string) => origins.map((origin) => `${origin}/setup/${token}\n`).join('');
      const { accounts } = app;
      if (command === 'leaders') {
        for (const { name, email } of await accounts.leaders()) process.stdout.write(`${name}\t${email}\n`);
      } else if (command === 'people') {
        for (const { id } of await app.projects.all()) {
          for (const one of (await app.participants.everybody(id)).values()) {
            process.stdout.write(`${id}\t${one.id}\t${one.name}\t${one.organisation}\n`);
          }
        }
      } else if (command === 'remove-person') {
        const [project, person] = rest as [string, string];
        const known = (await app.participants.everybody(project)).has(person);
        if (known) await app.participants.remove(project, person);
        else fail('There is no such person in that project: "people" lists them.', 1);
      } else if (command === 'notes') {
        const state = (await app.meetings.room(rest[0]!))?.state;
        if (!state) fail('There is no such meeting.', 1);
        for (const { id, prompt, at, erased, withdrawn } of Object.values(state?.notes ?? {})) {
          const how = erased ? 'erased' : withdrawn ? 'taken back' : '';
          const title = state?.prompts[prompt]?.title ?? '';
          process.stdout.write(`${id}\t${new Date(at).toISOString()}\t${title}\t${how}\n`);
        }
      } else if (command === 'erase-note') {
        await eraseNote(app, rest as [string, string]);
      } else if (command === 'leader-link') {
        process.stdout.write(links(await accounts.setupToken()));
      } else {
        const token = await accounts.passwordToken(rest[0]!);
        if (token) process.stdout.write(links(token));
        else fail(`There is no account with the e-mail ${rest[0]}.`, 1);
      }
    } finally {
      await app.close();
    }
  } catch (error) {
    fail((error as Error).message, error instanceof ConfigError ? 2 : 1);
  }
}

/** As a leader of nobody's: it is in no list of what leaders did. */
async function eraseNote(app: App, [meeting, note]: [string, string]): Promise<void> {
  const room = await app.meetings.room(meeting);
  if (!room) return fail('There is no such meeting.', 1);
  if (!room.state.notes[note]) return fail('There is no such answer: "notes MEETING" lists them.', 1);
  const by = { role: 'leader', id: newId() } as const;
  const outcome = await room.submit({ name: 'EraseNote', data: { note }, id: newId() }, by);
  if (!outcome.ok) fail('It could not be erased.', 1);
}

function wrongUse(sentence: string): void {
  fail(`${sentence}\n\n${HELP}`, 2);
}

function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
