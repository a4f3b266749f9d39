/** The short personal code: the same person on another phone, and nobody else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { connect } from '../../server/db/connect.ts';
import { Participants } from '../../server/participants.ts';
import type { Joined } from '../../server/participants.ts';
import { Projects } from '../../server/projects.ts';
import type { Meeting } from '../../server/projects.ts';
import { hashToken } from '../../server/secrets.ts';
import { CODE_LETTERS } from '../../src/lib/domain/join-code.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings } from '../fixtures/project.ts';

const LAN = '192.168.1.20';

let fresh: FreshDatabase;
let node: Node;
let projects: Projects;
let user: User;
let meetings: Meeting[];
let participants: Participants;

beforeAll(async () => {
  fresh = await freshDatabase();
  node = await startNode(fresh.url);
  projects = new Projects(node.database.db);
});
afterAll(async () => {
  await node.close();
  await fresh.drop();
});
beforeEach(async () => {
  user = (await makeLeader(new Accounts(node.database.db))).user;
  meetings = await makeMeetings(projects, user, ['Ett', 'Två']);
  participants = new Participants(node.database, projects, node.meetings);
  await participants.follow();
  await openMeeting(meetings[0]!);
  return () => participants.close();
});

const join = (name: string, meeting = meetings[0]!) =>
  participants.join({ code: meeting.code, name, organisation: '' }, LAN).then(joined);
/** On a phone that knows `token`, if any. */
const comeBack = (personal: string, { meeting = meetings[0]!, address = LAN, token = '' } = {}) =>
  participants.join(
    { code: meeting.code, name: '', organisation: '', personal },
    address,
    () => token || undefined
  );
const codeOf = async (token: string, { projectId } = meetings[0]!) =>
  (await participants.personalCode((await participants.byToken(projectId, token))!))!;

describe('a personal code', () => {
  test('is two groups of letters that cannot be mistaken, always the same, and of each person another', async () => {
    const everybody = await Promise.all(Array.from({ length: 20 }, (_, index) => join(`Namn ${index}`)));
    const codes = await Promise.all(everybody.map(({ token }) => codeOf(token)));
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${CODE_LETTERS}]{3} [${CODE_LETTERS}]{3}$`));
    expect(new Set(codes).size).toBe(20);
    expect(await codeOf(everybody[0]!.token)).toBe(codes[0]);
  });

  test('is made once for somebody of before there were any, also when two pages ask in the same instant', async () => {
    const { participant, token } = await join('Berit');
    await node.database.sql`update participants set code = null where id = ${participant}`;
    const [one, two] = await Promise.all([codeOf(token), codeOf(token)]);
    expect(one).toMatch(/^\w{3} \w{3}$/);
    expect(two).toBe(one);
  });

  test('makes another phone the same person, in any case and with or without its space; the first phone stays', async () => {
    const berit = await join('Berit');
    const code = await codeOf(berit.token);
    const tokens = [berit.token];
    for (const typed of [code, code.toLowerCase(), code.replace(' ', ''), ` ${code.replace(' ', '-')} `]) {
      const again = joined(await comeBack(typed));
      expect(again.participant).toBe(berit.participant);
      tokens.push(again.token);
    }
    expect(new Set(tokens).size).toBe(5);
    for (const token of tokens)
      expect(await participants.comeBack(meetings[0]!, token)).toMatchObject({ id: berit.participant });
    expect(await participants.attending(meetings[0]!.id)).toEqual([berit.participant]);
    const everybody = await participants.everybody(meetings[0]!.projectId);
    expect([...everybody.values()].map(({ name }) => name)).toEqual(['Berit']);
  });

  test('works in every meeting of the project', async () => {
    const berit = await join('Berit');
    await openMeeting(meetings[1]!);
    const again = joined(await comeBack(await codeOf(berit.token), { meeting: meetings[1]! }));
    expect(again.participant).toBe(berit.participant);
    expect(await participants.attending(meetings[1]!.id)).toEqual([berit.participant]);
  });

  test('on a phone that is the person already changes nothing; on somebody else’s it is the person from now on', async () => {
    const [berit, mans] = [await join('Berit'), await join('Måns')];
    const code = await codeOf(berit.token);
    expect(joined(await comeBack(code, { token: berit.token })).token).toBe(berit.token);
    const over = joined(await comeBack(code, { token: mans.token }));
    expect(over.participant).toBe(berit.participant);
    expect(over.token).not.toBe(mans.token);
    // Måns has not become Berit: his own phone, if it has kept the token, is still his.
    const { projectId } = meetings[0]!;
    expect(await participants.byToken(projectId, mans.token)).toMatchObject({ id: mans.participant });
  });

  test('that is wrong, of another project or of somebody removed is answered alike, and takes as long', async () => {
    const [removed, elsewhere] = [await join('Bortagen'), await makeMeetings(projects, user)];
    await openMeeting(elsewhere[0]!);
    const stranger = await join('Främling', elsewhere[0]!);
    const [gone, foreign] = [await codeOf(removed.token), await codeOf(stranger.token, elsewhere[0]!)];
    await participants.remove(meetings[0]!.projectId, removed.participant);
    for (const typed of [gone, foreign, 'ZZZ 999', '', 'kort', '0O1IL!', meetings[0]!.code, 'å'.repeat(40)]) {
      const began = performance.now();
      expect(await comeBack(typed), typed).toEqual({ ok: false, reason: 'personal' });
      expect(performance.now() - began, typed).toBeGreaterThanOrEqual(149);
    }
    expect(joined(await comeBack(foreign, { meeting: elsewhere[0]! })).participant).toBe(
      stranger.participant
    );
  });

  test('opens nothing where the meeting is not open', async () => {
    const code = await codeOf((await join('Berit')).token);
    expect(await comeBack(code, { meeting: meetings[1]! })).toEqual({ ok: false, reason: 'code' });
  });

  test('is braked with the join codes: a guesser of both together, and nobody else', async () => {
    const code = await codeOf((await join('Berit')).token);
    const [guesser, room] = ['10.6.6.6', LAN];
    for (let round = 0; round < 3; round++)
      await Promise.all(
        Array.from({ length: 10 }, () => [
          comeBack('ZZZ 999', { address: guesser }),
          participants.meetingByCode('ZZZ 999', guesser)
        ]).flat()
      );
    expect(await comeBack(code, { address: guesser })).toEqual({ ok: false, reason: 'too-many-tries' });
    expect((await comeBack(code, { address: room })).ok).toBe(true);
  });

  test('that is right is never counted, and the oldest of very many phones gives way', async () => {
    const berit = await join('Berit');
    const code = await codeOf(berit.token);
    const tokens: string[] = [];
    for (let phone = 0; phone < 70; phone++) tokens.push(joined(await comeBack(code)).token);
    const { projectId } = meetings[0]!;
    const [{ count }] = (await node.database.sql`
      select count(*)::int as count from participant_phones where participant_id = ${berit.participant}`) as [
      { count: number }
    ];
    expect(count).toBe(12);
    expect(await participants.byToken(projectId, tokens.at(-1)!)).toMatchObject({ id: berit.participant });
    expect(await participants.byToken(projectId, berit.token)).toBeUndefined();
  });

  test('of somebody removed takes all phones along', async () => {
    const berit = await join('Berit');
    const again = joined(await comeBack(await codeOf(berit.token)));
    await participants.remove(meetings[0]!.projectId, berit.participant);
    for (const { token } of [berit, again])
      expect(await participants.comeBack(meetings[0]!, token)).toBeUndefined();
  });
});

test('who had a phone before people could have several still has it', async () => {
  const old = await freshDatabase();
  const { sql, close } = await connect(old.url, ROOT);
  try {
    await sql`drop schema public cascade`;
    await sql`create schema public`;
    const files = readdirSync(path(ROOT, 'drizzle')).filter((name) => name.endsWith('.sql'));
    const at = files.findIndex((name) => name.endsWith('_participant_phones.sql'));
    const run = async (names: string[]) => {
      for (const name of names)
        for (const statement of readFileSync(path(ROOT, 'drizzle', name), 'utf8').split(
          '--> statement-breakpoint'
        ))
          await sql.unsafe(statement);
    };
    await run(files.slice(0, at));
    await sql`insert into projects (id, name, question) values ('project-1', 'Vatten', 'Vem?')`;
    await sql`insert into participants (id, project_id, name, token_hash)
      values ('berit-01', 'project-1', 'Berit', ${hashToken('gammal')})`;
    await run([files[at]!]);
    expect(await sql`select token_hash, participant_id from participant_phones`).toMatchObject([
      { token_hash: hashToken('gammal'), participant_id: 'berit-01' }
    ]);
  } finally {
    await close();
    await old.drop();
  }
});

function joined(answer: Joined): Joined & { ok: true } {
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

async function openMeeting({ id }: Meeting): Promise<void> {
  await ask((await node.meetings.room(id))!, LEADER, { name: 'OpenMeeting', data: {} });
}
