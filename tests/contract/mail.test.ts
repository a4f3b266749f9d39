/** Letters, sent to a real mail server: what arrives, what does not, and what the log says of it. */
import { Writable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { Mail } from '../../server/mail.ts';

const letter = (to: string, text = 'Hej!\n\n.Punkt först') => ({
  to,
  subject: 'Träff 1: Vem är du?\r\nBcc: x@exempel.se',
  text
});
const ending: (() => void)[] = [];
afterEach(() => ending.splice(0).forEach((end) => end()));

/** Takes letters, but none to `nobody@…`; `login` is what it asks for. */
async function mailServer({ login }: { login?: string } = {}) {
  const got: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: !login,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ password }, _session, done) =>
      password === login ? done(null, { user: 'ordvagg' }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody') ? new Error('no such person') : null),
    onData: (stream, { envelope }, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        got.push({ to: envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ending.push(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  return { got, port };
}

function mailTo(url: string) {
  let said = '';
  const log = pino(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said += chunk.toString();
        done();
      }
    })
  );
  const mail = new Mail({ url, from: 'Ordvägg <ordvagg@exempel.se>' }, log);
  ending.push(() => mail.close());
  return { mail, said: () => said };
}

test('each letter arrives by itself, whole, and its subject is one line', async () => {
  const { got, port } = await mailServer();
  const { mail, said } = mailTo(`smtp://127.0.0.1:${port}`);
  const people = Array.from({ length: 8 }, (_, at) => `person${at}@exempel.se`);
  expect(
    await mail.send(
      people.map((to) => letter(to)),
      'p'
    )
  ).toEqual({ sent: 8, failed: [] });
  expect(got.flatMap(({ to }) => to).sort()).toEqual(people);
  expect(got[0]!.raw).toMatch(/^From: .*<ordvagg@exempel\.se>$/m);
  expect(got[0]!.raw).not.toMatch(/^Bcc:/m);
  expect(got[0]!.raw).toContain('Punkt');
  expect(said()).toBe('');
});

test('an address that is not taken is told, and the others get theirs; the log has a code and nothing else', async () => {
  const { got, port } = await mailServer({ login: 'hemligt' });
  const { mail, said } = mailTo(`smtp://ordvagg:hemligt@127.0.0.1:${port}`);
  const letters = ['anna@exempel.se', 'nobody@exempel.se', 'bo@exempel.se'].map((to) => letter(to));
  expect(await mail.send(letters, 'p')).toEqual({
    sent: 2,
    failed: [{ to: 'nobody@exempel.se', reason: 'refused' }]
  });
  expect(got).toHaveLength(2);
  expect(said()).toContain('EENVELOPE');
  for (const secret of ['exempel', 'hemligt', 'Punkt', 'Träff']) expect(said()).not.toContain(secret);
});

test('a server that is not there, or does not let us in, is asked once', async () => {
  const { got, port } = await mailServer({ login: 'hemligt' });
  for (const url of ['smtp://127.0.0.1:1', `smtp://ordvagg:fel@127.0.0.1:${port}`]) {
    const { mail, said } = mailTo(url);
    const sent = await mail.send([letter('a@exempel.se'), letter('b@exempel.se')], 'p');
    expect(sent).toEqual({
      sent: 0,
      failed: ['a@exempel.se', 'b@exempel.se'].map((to) => ({ to, reason: 'unreachable' }))
    });
    expect(said().trim().split('\n')).toHaveLength(1);
  }
  expect(got).toEqual([]);
});

test('nobody is written to again and again, in whatever case the address is', async () => {
  const { got, port } = await mailServer();
  const { mail } = mailTo(`smtp://127.0.0.1:${port}`);
  for (let time = 0; time < 4; time++) await mail.send([letter('Anna@exempel.se')], 'p');
  expect(await mail.send([letter('anna@EXEMPEL.se')], 'p')).toEqual({
    sent: 0,
    failed: [{ to: 'anna@EXEMPEL.se', reason: 'too-often' }]
  });
  expect(got).toHaveLength(4);
});
