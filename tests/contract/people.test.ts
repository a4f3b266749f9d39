/** Accounts, projects and participants: who gets in, and what is theirs. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Accounts } from '../../server/accounts.ts';
import type { User } from '../../server/accounts.ts';
import { participantCookie } from '../../server/cookies.ts';
import { showCode } from '../../src/lib/domain/join-code.ts';
import type { Joined } from '../../server/participants.ts';
import { Participants } from '../../server/participants.ts';
import { Projects } from '../../server/projects.ts';
import type { Meeting } from '../../server/projects.ts';
import { hashToken } from '../../server/secrets.ts';
import { freshDatabase, PLACES } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { ask, LEADER, startNode } from '../fixtures/nodes.ts';
import type { Node } from '../fixtures/nodes.ts';
import { makeLeader, makeMeetings, PASSWORD } from '../fixtures/project.ts';

const LAN = '192.168.1.20';

describe.each(PLACES)('%s database', (place) => {
  let fresh: FreshDatabase;
  let node: Node;
  let accounts: Accounts;
  let projects: Projects;

  beforeAll(async () => {
    fresh = await freshDatabase(place);
    node = await startNode(fresh.url);
    accounts = new Accounts(node.database.db);
    projects = new Projects(node.database.db);
  });
  afterAll(async () => {
    await node.close();
    await fresh.drop();
  });

  describe('the one-time link', () => {
    const form = { name: 'Åsa Ö', email: '', password: PASSWORD };

    test('makes one account, and signs its leader in', async () => {
      const token = await accounts.setupToken();
      expect(await accounts.isSetupToken(token)).toBe(true);
      const made = await accounts.setUp(token, { ...form, email: ' Asa.O@Exempel.SE ' });
      const user = made.ok ? await accounts.validate(made.cookie) : undefined;
      expect(user).toMatchObject({ name: 'Åsa Ö', email: 'asa.o@exempel.se' });
      expect(await accounts.isSetupToken(token)).toBe(false);
      const again = await accounts.setUp(token, { ...form, email: 'b@exempel.se' });
      expect(again).toEqual({ ok: false, fault: 'link-used' });
    });

    test('makes one account for two who use it in the same instant', async () => {
      const token = await accounts.setupToken();
      const made = await Promise.all(
        ['ett@exempel.se', 'tva@exempel.se', 'tre@exempel.se'].map((email) =>
          accounts.setUp(token, { ...form, email })
        )
      );
      expect(made.filter((one) => one.ok)).toHaveLength(1);
      expect(made.filter((one) => !one.ok && one.fault === 'link-used')).toHaveLength(2);
    });

    test('for a new password sets that alone, once, and signs other browsers out', async () => {
      const { user, cookie } = await makeLeader(accounts);
      expect(await accounts.passwordToken('nobody@exempel.se')).toBeUndefined();
      const token = (await accounts.passwordToken(user.email))!;
      expect(await accounts.accountOf(token)).toMatchObject({ email: user.email });
      expect(await accounts.setUp(token, { ...form, email: 'extra@exempel.se' })).toEqual({
        ok: false,
        fault: 'link-used'
      });
      expect(await accounts.setPassword(token, 'kort')).toEqual({ ok: false, fault: 'password-short' });
      expect(await accounts.setPassword(token, 'en helt annan mening')).toMatchObject({ ok: true });
      expect(await accounts.setPassword(token, 'en tredje mening nu')).toEqual({
        ok: false,
        fault: 'link-used'
      });
      expect(await accounts.validate(cookie)).toBeUndefined();
      const back = { email: user.email, password: 'en helt annan mening' };
      expect(await accounts.signIn(back, '192.0.2.9')).toMatchObject({ ok: true });
    });

    test('stays good when the form was wrong or the address taken', async () => {
      const { user } = await makeLeader(accounts);
      const token = await accounts.setupToken();
      const wrong = [
        [{ ...form, email: user.email }, 'email-taken'],
        [{ ...form, email: 'inte en adress' }, 'email-wrong'],
        [{ ...form, email: 'a@b.se', name: ' \u200B ' }, 'name-empty'],
        [{ ...form, email: 'a@b.se', name: 'å'.repeat(81) }, 'name-too-long'],
        [{ ...form, email: 'a@b.se', password: 'åäö456789' }, 'password-short'],
        [{ ...form, email: 'a@b.se', password: 'x'.repeat(201) }, 'password-long']
      ] as const;
      for (const [filled, fault] of wrong)
        expect(await accounts.setUp(token, filled)).toEqual({ ok: false, fault });
      expect(await accounts.setUp(token, { ...form, email: 'a@b.se' })).toMatchObject({ ok: true });
    });

    test('ends when a newer one is made, and after its week', async () => {
      const old = await accounts.setupToken();
      const token = await accounts.setupToken();
      expect(await accounts.isSetupToken(old)).toBe(false);
      await node.database.sql`update setup_links set expires_at = now() - interval '1 second'`;
      expect(await accounts.isSetupToken(token)).toBe(false);
      const late = await accounts.setUp(token, { ...form, email: 'sen@exempel.se' });
      expect(late).toEqual({ ok: false, fault: 'link-used' });
    });
  });

  describe('signing in', () => {
    test('opens a session until the leader signs out', async () => {
      const { user } = await makeLeader(accounts);
      const signed = await accounts.signIn({ email: user.email.toUpperCase(), password: PASSWORD }, LAN);
      if (!signed.ok) throw new Error(signed.fault);
      expect(await accounts.validate(signed.cookie)).toEqual(user);
      await accounts.signOut(signed.cookie);
      expect(await accounts.validate(signed.cookie)).toBeUndefined();
    });

    test('says the same of a wrong password and of an unknown address', async () => {
      const { user } = await makeLeader(accounts);
      const wrong = { ok: false, fault: 'sign-in-wrong' };
      expect(await accounts.signIn({ email: user.email, password: 'fel lösenord' }, LAN)).toEqual(wrong);
      expect(await accounts.signIn({ email: 'ingen@exempel.se', password: PASSWORD }, LAN)).toEqual(wrong);
    });

    test('is braked for one address and account, not for the others', async () => {
      const { user } = await makeLeader(accounts);
      const right = { email: user.email, password: PASSWORD };
      const guesses = Array.from({ length: 8 }, (_, index) =>
        accounts.signIn({ ...right, password: `gissning nummer ${index}` }, '10.0.0.66')
      );
      await Promise.all(guesses);
      const shut = await accounts.signIn(right, '10.0.0.66');
      expect(shut).toEqual({ ok: false, fault: 'too-many-tries' });
      expect(await accounts.signIn(right, LAN)).toMatchObject({ ok: true });
    });

    test('with a changed password ends every other session', async () => {
      const { user, cookie } = await makeLeader(accounts);
      const elsewhere = await accounts.signIn({ email: user.email, password: PASSWORD }, LAN);
      const wrong = await accounts.changePassword(user, { current: 'fel lösenord', next: 'Ett nytt ord' });
      expect(wrong).toEqual({ ok: false, fault: 'password-wrong' });
      const changed = await accounts.changePassword(user, { current: PASSWORD, next: 'Ett nytt ord' });
      if (!changed.ok || !elsewhere.ok) throw new Error('signed out');
      expect(await accounts.validate(changed.cookie)).toEqual(user);
      expect(await accounts.validate(cookie)).toBeUndefined();
      expect(await accounts.validate(elsewhere.cookie)).toBeUndefined();
      const old = await accounts.signIn({ email: user.email, password: PASSWORD }, LAN);
      expect(old).toEqual({ ok: false, fault: 'sign-in-wrong' });
    });

    test('leaves nothing in the database that opens a session or an account', async () => {
      const token = await accounts.setupToken();
      const { cookie } = await makeLeader(accounts);
      const { sql } = node.database;
      const kept = JSON.stringify([
        await sql`select * from sessions`,
        await sql`select * from setup_links`,
        await sql`select * from users`
      ]);
      expect(kept).toContain(hashToken(cookie));
      for (const secret of [cookie, token, PASSWORD]) expect(kept).not.toContain(secret);
    });
  });

  describe('projects', () => {
    test('leaders see and change only their own', async () => {
      const [asa, bo] = [(await makeLeader(accounts)).user, (await makeLeader(accounts)).user];
      const [meeting] = await makeMeetings(projects, asa, ['Ett', 'Två']);
      const { projectId } = meeting!;
      expect((await projects.list(asa.id)).map(({ meetings }) => meetings.length)).toEqual([2]);
      expect(await projects.list(bo.id)).toEqual([]);
      expect(await projects.partIn(asa.id, meeting!.id)).toBe('owner');
      expect(await projects.partIn(bo.id, meeting!.id)).toBeUndefined();
      const form = { name: 'Tagen', question: 'Av vem?', host: '' };
      const plan = { title: 'Tagen', place: '', day: '', startsAt: '', endsAt: '' };
      const tries = await Promise.all([
        projects.read(bo.id, projectId),
        projects.update(bo.id, projectId, form),
        projects.addOrganisations(bo.id, projectId, 'Vår förening', 'other'),
        projects.meeting(bo.id, meeting!.id),
        projects.updateMeeting(bo.id, meeting!.id, plan),
        projects.setTimes(bo.id, meeting!.id, { startsAt: '09:00', endsAt: '' }),
        projects.addMeeting(bo.id, projectId, 'Tre'),
        projects.newWallKey(bo.id, meeting!.id),
        projects.removeMeeting(bo.id, meeting!.id)
      ]);
      expect(tries).toEqual(tries.map(() => undefined));
      const view = await projects.read(asa.id, projectId);
      expect(view?.project.name).toBe('Integration i regionen');
      expect(view?.meetings.map((one) => one.title)).toEqual(['Ett', 'Två']);
      expect(view?.organisations).toEqual([]);
    });

    test('the times of a meeting are set alone: what is changed in the same instant stays', async () => {
      const { user } = await makeLeader(accounts);
      const [meeting] = await makeMeetings(projects, user);
      const id = meeting!.id;
      const form = { title: 'Ny', place: 'Salen', day: '2026-11-30', startsAt: '', endsAt: '' };
      await projects.updateMeeting(user.id, id, form);
      expect(await projects.setTimes(user.id, id, { startsAt: '09:00', endsAt: '15:30' })).toEqual({
        ok: true
      });
      const { title, place, day } = form;
      const kept = { title, place, day, startsAt: '09:00', endsAt: '15:30' };
      expect((await projects.find({ id }))?.meeting).toMatchObject(kept);
      const wrong = await projects.setTimes(user.id, id, { startsAt: '16:00', endsAt: '15:30' });
      expect(wrong).toEqual({ ok: false, fault: { field: 'endsAt', code: 'ends-before-start' } });
      const none = await projects.setTimes(user.id, id, { startsAt: 'nio', endsAt: '' });
      expect(none).toEqual({ ok: false, fault: { field: 'startsAt', code: 'not-a-time' } });
      expect((await projects.find({ id }))?.meeting).toMatchObject(kept);
    });

    test('a list of organisations is taken line by line, each name once', async () => {
      const { user } = await makeLeader(accounts);
      const [meeting] = await makeMeetings(projects, user);
      const text = 'Region Älvmark\n  region   ÄLVMARK \n\nHällby kommun\u200B\r\n';
      await projects.addOrganisations(user.id, meeting!.projectId, text, 'region');
      await projects.addOrganisations(user.id, meeting!.projectId, 'Hällby kommun', 'municipality');
      const names = (await projects.organisationsOf(meeting!.projectId)).map(({ name }) => name);
      expect(names).toEqual(['Region Älvmark', 'Hällby kommun']);
    });

    test('a meeting in which something happened is not removed', async () => {
      const { user } = await makeLeader(accounts);
      const [one, two] = await makeMeetings(projects, user, ['Ett', 'Två']);
      await openMeeting(node, one!);
      const kept = await projects.removeMeeting(user.id, one!.id);
      expect(kept).toMatchObject({ ok: false, fault: { code: 'has-notes' } });
      expect(await projects.removeMeeting(user.id, two!.id)).toEqual({ ok: true });
      expect((await projects.read(user.id, one!.projectId))?.meetings).toHaveLength(1);
    });
  });

  describe('participants', () => {
    let user: User;
    let meetings: Meeting[];
    let participants: Participants;

    beforeEach(async () => {
      user = (await makeLeader(accounts)).user;
      meetings = await makeMeetings(projects, user, ['Ett', 'Två']);
      participants = new Participants(node.database, projects, node.meetings);
      await participants.follow();
      await openMeeting(node, meetings[0]!);
      return () => participants.close();
    });

    const join = (name: string, organisation = '', token?: string, meeting = meetings[0]!) =>
      participants.join({ code: meeting.code, name, organisation }, LAN, () => token).then(joined);
    const person = async (id: string) => (await participants.everybody(meetings[0]!.projectId)).get(id);

    test('get in by a code in any case, with a space, a hyphen or neither', async () => {
      const { code } = meetings[0]!;
      for (const typed of [
        code,
        code.toLowerCase(),
        showCode(code),
        ` ${code.slice(0, 3)}-${code.slice(3)} `,
        code.slice(0, 2) + '\u00A0' + code.slice(2)
      ]) {
        const found = await participants.meetingByCode(typed, LAN);
        expect(found).toMatchObject({ ok: true, meeting: { id: meetings[0]!.id } });
      }
    });

    test('R10 are told the same of an unknown, a mistyped, a planned and a finished code', async () => {
      const closed = { ok: false, reason: 'code' };
      for (const code of ['ZZZ 999', 'ABC', '', '0O1IL!', meetings[1]!.code])
        expect(await participants.join({ code, name: 'Berit', organisation: '' }, LAN)).toEqual(closed);
      const room = await node.meetings.room(meetings[0]!.id);
      await ask(room!, LEADER, { name: 'FinishMeeting', data: {} });
      const late = await participants.join({ code: meetings[0]!.code, name: 'Berit', organisation: '' }, LAN);
      expect(late).toEqual(closed);
    });

    test('only wrong codes are counted: a guesser is braked, a room of people never', async () => {
      for (let guess = 0; guess < 60; guess += 20)
        await Promise.all(
          Array.from({ length: 20 }, () => participants.meetingByCode('ZZZ 999', '10.6.6.6'))
        );
      const form = { code: meetings[0]!.code, name: 'Berit', organisation: '' };
      expect(await participants.join(form, '10.6.6.6')).toEqual({ ok: false, reason: 'too-many-tries' });
      const room = await Promise.all(Array.from({ length: 70 }, () => participants.join(form, LAN)));
      expect(room.filter((one) => !one.ok)).toEqual([]);
    });

    test('are the same person on return, in every meeting of the project', async () => {
      const first = await join('Berit', 'Hällby kommun');
      const again = await join('', '', first.token);
      expect(again.participant).toBe(first.participant);
      await openMeeting(node, meetings[1]!);
      const later = await join('Berit', '', first.token, meetings[1]!);
      expect(later.participant).toBe(first.participant);
      expect(await participants.attending(meetings[1]!.id)).toEqual([first.participant]);
      expect(await person(first.participant)).toMatchObject({
        name: 'Berit',
        organisation: 'Hällby kommun'
      });
    });

    test('are the same person when they fill in the form again as the first time', async () => {
      await join('Anna', 'Hällby kommun');
      const second = await join('Anna', 'Hällby kommun');
      for (const [name, organisation] of [
        ['anna', 'Hällby  KOMMUN'],
        ['Anna 2', ''],
        ['', 'Hällby kommun']
      ] as const)
        expect((await join(name, organisation, second.token)).participant).toBe(second.participant);
      expect((await join('Ann', '', second.token)).participant).not.toBe(second.participant);
      expect((await join('Anna', 'Region Älvmark', second.token)).participant).not.toBe(second.participant);
    });

    test('are somebody else under another name on the same phone', async () => {
      const berit = await join('Berit');
      const mans = await join('Måns', '', berit.token);
      expect(mans.participant).not.toBe(berit.participant);
      expect((await person(berit.participant))?.name).toBe('Berit');
    });

    test('are not known by the token of another project', async () => {
      const berit = await join('Berit');
      const [other] = await makeMeetings(projects, user);
      expect(await participants.byToken(other!.projectId, berit.token)).toBeUndefined();
      expect(participantCookie(other!.projectId)).not.toBe(participantCookie(meetings[0]!.projectId));
    });

    test('of one name and organisation are told apart, also in the same instant', async () => {
      const annas = await Promise.all(Array.from({ length: 6 }, () => join('Anna', 'Hällby kommun')));
      const names = await Promise.all(annas.map(async (one) => (await person(one.participant))?.name));
      expect(names.sort()).toEqual(['Anna', 'Anna 2', 'Anna 3', 'Anna 4', 'Anna 5', 'Anna 6']);
      const elsewhere = await join('anna', 'Region Älvmark');
      expect((await person(elsewhere.participant))?.name).toBe('anna');
    });

    test('are told apart from one who types the number too', async () => {
      await join('Anna');
      await join('Anna');
      const typed = await join('Anna 2');
      const fourth = await join('Anna');
      const names = [...(await participants.everybody(meetings[0]!.projectId)).values()].map(
        (one) => one.name
      );
      expect(new Set(names).size).toBe(4);
      expect(typed.participant).not.toBe(fourth.participant);
    });

    test('who name a new organisation in the same instant name one', async () => {
      const people = await Promise.all(
        ['Vår bygd', 'vår  bygd', 'VÅR BYGD', 'Vår bygd'].map((name) => join('Siv', name))
      );
      const organisations = await projects.organisationsOf(meetings[0]!.projectId);
      expect(organisations).toHaveLength(1);
      expect(organisations[0]).toMatchObject({ added: true });
      const names = await Promise.all(people.map(async (one) => (await person(one.participant))?.name));
      expect(names.sort()).toEqual(['Siv', 'Siv 2', 'Siv 3', 'Siv 4']);
    });

    test('who give no name get one; a name that is too long is refused, nothing visible is changed', async () => {
      expect((await person((await join(' \u200B ')).participant))?.name).toMatch(/^\p{L}+ \p{L}+$/u);
      const strange = await join('  <b>Åke</b> 👩‍🚒\u202E  ');
      expect((await person(strange.participant))?.name).toBe('<b>Åke</b> 👩‍🚒');
      const { code } = meetings[0]!;
      const long = await participants.join({ code, name: 'å'.repeat(61), organisation: '' }, LAN);
      expect(long).toEqual({ ok: false, reason: 'name-too-long' });
    });

    test('leave no token in the database', async () => {
      const { token } = await join('Berit');
      const kept = JSON.stringify(await node.database.sql`select * from participant_phones`);
      expect(kept).toContain(hashToken(token));
      expect(kept).not.toContain(token);
    });

    test('who were removed are not known any more, in no meeting', async () => {
      const { participant, token } = await join('Berit');
      expect(await participants.comeBack(meetings[0]!, token)).toMatchObject({ id: participant });
      await participants.remove(meetings[0]!.projectId, participant);
      expect(await participants.comeBack(meetings[0]!, token)).toBeUndefined();
      expect(await person(participant)).toBeUndefined();
    });

    test('come back with the cookie alone only to a meeting that they have joined', async () => {
      const { token } = await join('Berit');
      expect(await participants.comeBack(meetings[1]!, token)).toBeUndefined();
    });
  });
});

function joined(answer: Joined): Joined & { ok: true } {
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

async function openMeeting({ meetings }: Node, { id }: Meeting): Promise<void> {
  await ask((await meetings.room(id))!, LEADER, { name: 'OpenMeeting', data: {} });
}
