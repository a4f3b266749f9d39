/** The phones of a person. Each has a token of its own; the short personal code brings one more. */
import { and, desc, eq, inArray, sql as text } from 'drizzle-orm';
import { readCode } from '../src/lib/domain/join-code.ts';
import type { Drizzle } from './db/connect.ts';
import { participantPhones, participants } from './db/schema.ts';
import { hashToken, newCode } from './secrets.ts';

export type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0];

/** More phones than anybody has: the oldest one then has to be brought in anew. */
const MAX_PHONES = 12;

/** Who changes the people of a project waits for whoever does so already. Until the transaction ends. */
export async function lockPeople(tx: Transaction, projectId: string): Promise<void> {
  await tx.execute(text`select pg_advisory_xact_lock(hashtext(${projectId}))`);
}

/** From now on that token is this person's. */
export async function addPhone(tx: Transaction, participantId: string, token: string): Promise<void> {
  await tx.insert(participantPhones).values({ tokenHash: hashToken(token), participantId });
  const tooMany = tx
    .select({ tokenHash: participantPhones.tokenHash })
    .from(participantPhones)
    .where(eq(participantPhones.participantId, participantId))
    .orderBy(desc(participantPhones.createdAt))
    .offset(MAX_PHONES);
  await tx.delete(participantPhones).where(inArray(participantPhones.tokenHash, tooMany));
}

/** A personal code that nobody of the project has. The people must be locked. */
export async function freeCode(tx: Transaction, projectId: string): Promise<string> {
  return (await freeCodes(tx, projectId, 1))[0]!;
}

/** As many of them, all different. */
export async function freeCodes(tx: Transaction, projectId: string, wanted: number): Promise<string[]> {
  const rows = await tx
    .select({ code: participants.code })
    .from(participants)
    .where(eq(participants.projectId, projectId));
  const taken = new Set(rows.map(({ code }) => code));
  const codes = new Set<string>();
  while (codes.size < wanted) {
    const code = newCode();
    if (!taken.has(code)) codes.add(code);
  }
  return [...codes];
}

/** The personal code of somebody, made now where there is none yet; undefined where the person is gone. */
export async function codeOf(db: Drizzle, projectId: string, id: string): Promise<string | undefined> {
  const one = and(eq(participants.id, id), eq(participants.projectId, projectId));
  const read = async (from: Drizzle | Transaction) =>
    (await from.select({ code: participants.code }).from(participants).where(one))[0];
  const known = await read(db);
  if (!known || known.code) return known?.code ?? undefined;
  return db.transaction(async (tx) => {
    await lockPeople(tx, projectId);
    const now = await read(tx);
    if (!now || now.code) return now?.code ?? undefined;
    const code = await freeCode(tx, projectId);
    await tx.update(participants).set({ code }).where(one);
    return code;
  });
}

/** Whose personal code that is, in any case, with or without its space. */
export async function idByCode(db: Drizzle, projectId: string, typed: string): Promise<string | undefined> {
  const code = readCode(typed);
  if (!code) return undefined;
  const [row] = await db
    .select({ id: participants.id })
    .from(participants)
    .where(and(eq(participants.projectId, projectId), eq(participants.code, code)));
  return row?.id;
}
