/** Which words of several walls are one, as far as language tells: a project's roles are found again from meeting to meeting. */
import type { MeetingId } from '../../src/lib/domain/meeting/ids.ts';
import type { Log } from '../log.ts';
import { errorCode } from '../log.ts';
import type { Clustering } from './clustering.ts';
import type { Packs } from './placing.ts';

/** Of what the worker keeps: each question is asked anew, so one place is enough for all projects. */
const KEY = 'words of a project';

/**
 * For each word's id the same name for all that are one; empty where the worker does not answer. `meeting`: one of the project's,
 * which says in which language, and by which role pack, its cards are read.
 */
export async function alikeWords(
  { clustering, packs, log }: { clustering: Clustering; packs: Packs; log: Log },
  { meeting, question }: { meeting: MeetingId; question: string },
  words: readonly { id: string; text: string }[]
): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const { language, pack } = await packs.of(meeting);
  const loose = words.map(({ id, text }) => ({ note: id, text, own: id }));
  try {
    const { placements } = await clustering.ask<'place'>(() => ({
      kind: 'place',
      key: KEY,
      context: { question, language, mode: 'words', pack },
      fresh: true,
      changes: [],
      ask: { loose, relabel: [] }
    }));
    return new Map(placements.map(({ note, cluster }) => [note, cluster]));
  } catch (error) {
    log.warn({ code: errorCode(error) }, 'words of a project not compared');
    return new Map();
  }
}
