/** `npm run admin -- <command>`: what whoever runs the server can do at its terminal. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../server/app.ts';
import { ConfigError, parseConfig } from '../server/config.ts';

const HELP = `npm run admin -- <command>

  leaders              lists the accounts: name and e-mail
  leader-link          prints a one-time link that makes a new leader's account
  password-link EMAIL  prints a one-time link that sets a new password for that account
  people               lists participants: project, person, name, organisation
  remove-person PROJECT PERSON
                       takes a participant's name and organisation out for good; what was written stays, without a name

It works on the database of DATA_DIR or DATABASE_URL, also while the server runs.
`;

const [command, ...rest] = process.argv.slice(2);
if (command === '--help' || command === 'help') {
  process.stdout.write(HELP);
} else if (!['leaders', 'leader-link', 'password-link', 'people', 'remove-person'].includes(command ?? '')) {
  wrongUse(command ? `There is no command "${command}".` : 'Which command?');
} else if (command === 'password-link' && rest.length !== 1) {
  wrongUse('Which account? Give its e-mail.');
} else if (command === 'remove-person' && rest.length !== 2) {
  wrongUse('Which person of which project? "people" lists both.');
} else if (!['password-link', 'remove-person'].includes(command ?? '') && rest.length > 0) {
  wrongUse(`"${command}" takes nothing after it.`);
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

function wrongUse(sentence: string): void {
  fail(`${sentence}\n\n${HELP}`, 2);
}

function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}
