/** The documentation of each project: a document that its members write together, kept as updates, read as content and as a report. */
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { cleaned } from '../../src/lib/domain/documentation/clean.ts';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { firstContent } from '../../src/lib/domain/documentation/first-content.ts';
import type { Source } from '../../src/lib/domain/documentation/source.ts';
import type { Block, Report } from '../../src/lib/domain/document/document.ts';
import { documentationReport } from '../../src/lib/domain/document/of-documentation.ts';
import { partsOf } from '../../src/lib/domain/document/of-step.ts';
import type { Outputs } from '../../src/lib/domain/outputs/outputs.ts';
import type { Wording } from '../../src/lib/domain/outputs/wording.ts';
import type { Written } from '../../src/lib/protocol/documentation.ts';
import { firstWords } from '../../src/lib/i18n/chapters.ts';
import { dayOf, showDay } from '../../src/lib/i18n/dates.ts';
import type { App } from '../app.ts';
import { projects } from '../db/schema.ts';
import type { Part } from '../parts.ts';
import type { ProjectView } from '../projects.ts';
import { errorCode } from '../log.ts';

import { lay, rewrite } from './fragment.ts';
import { Paces } from './pace.ts';
import { Placed } from './placed.ts';
import { newId } from '../secrets.ts';
import { Sheet } from './sheet.ts';
import { UpdateStore } from './update-store.ts';

type Within = Pick<ProjectView, 'project' | 'organisations' | 'meetings'>;

/** Sheets that nobody has open may stay in memory, so many. */
const REMEMBERED = 10;
/** A notice may get lost: then it is asked. Milliseconds. */
const ASK_MS = 2_000;

export class Documentation {
  readonly #app: App;
  readonly #store: UpdateStore;
  /** Of those who post updates. */
  readonly paces = new Paces();
  readonly #sheets = new Map<string, Sheet>();
  #asking: NodeJS.Timeout | undefined;

  constructor(app: App) {
    this.#app = app;
    this.#store = new UpdateStore(app.database.sql);
  }

  /** Starts to follow what other nodes write. */
  async follow(): Promise<void> {
    const read = (project: string, seq: number) =>
      void this.#sheets
        .get(project)
        ?.catchUp(seq)
        .catch((error) => this.#app.log.warn({ code: errorCode(error), project }, 'documentation not read'));
    const ask = async () => {
      const open = [...this.#sheets].filter(([, sheet]) => sheet.isListenedTo).map(([project]) => project);
      if (open.length === 0) return;
      const heads = await this.#store.heads(open).catch(() => undefined);
      for (const [project, seq] of heads ?? []) read(project, seq);
    };
    await this.#store.follow(({ project, seq }) => read(project, seq), ask);
    this.#asking = setInterval(() => void ask(), ASK_MS);
    this.#asking.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#asking);
    await this.#store.close();
  }

  /** What its editors have written, as far as its grammar knows it. What is laid in first, where nobody has opened it yet. */
  async content(project: string): Promise<ContentNode> {
    return cleaned(await this.sheet(project).content());
  }

  /** Stores what somebody wrote, and first keeps what stood before a day's work. Rejects where the database does not answer. */
  async apply(project: string, user: string, update: Uint8Array, from?: unknown): Promise<Written> {
    await this.#app.documentationVersions.beforeWork(user, project);
    return this.sheet(project).write(update, user, { from });
  }

  /**
   * Lays other content in its place, as a change like any other: what somebody writes meanwhile is laid in it, or lies beside it as stray
   * words. It may be as long as a documentation may be.
   */
  async replace(project: string, user: string, content: ContentNode): Promise<Written> {
    const { update, vector } = await this.sheet(project).missing(Y.encodeStateVector(new Y.Doc()));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    rewrite(doc, cleaned(content));
    await this.#app.documentationVersions.beforeWork(user, project);
    return this.sheet(project).write(Y.encodeStateAsUpdate(doc, vector), user, { instead: true });
  }

  /** As a report. `content`: of a version; else as it is now. Headings of what was placed are in the words that `wordingOf` gives. */
  async report(
    view: Within,
    wordingOf: (outputs: Outputs) => Wording,
    { content, at = Date.now() }: { content?: ContentNode; at?: number } = {}
  ): Promise<Report> {
    const { project } = view;
    const placed = await this.placed(view, wordingOf);
    const { question: title, name: subtitle, host, language } = project;
    const day = showDay(dayOf(at), { year: true, weekday: false, locale: language });
    const facts = { title, subtitle, cover: { host, day }, language, at };
    return documentationReport(
      content ?? (await this.content(project.id)),
      facts,
      (source: Source): readonly Block[] | undefined => placed.blocksOf(source)
    );
  }

  /** What can be placed, and what it shows now. */
  async placed(view: Within, wordingOf: (outputs: Outputs) => Wording): Promise<Placed> {
    return new Placed(await this.#app.reviews.ofProject(view), wordingOf);
  }

  /** As what somebody is in a project that has a documentation: whoever may read it may write it. */
  async partIn(user: string, project: string): Promise<Part | undefined> {
    const [row] = await this.#app.database.sql<{ part: Part }[]>`
      select part from project_members join projects on projects.id = project_members.project_id
      where project_id = ${project} and user_id = ${user} and rehearsal_of is null`;
    return row?.part;
  }

  sheet(project: string): Sheet {
    let sheet = this.#sheets.get(project);
    if (!sheet) sheet = new Sheet(project, this.#store, this.#app.log, () => this.#first(project));
    this.#sheets.delete(project);
    this.#sheets.set(project, sheet);
    for (const [oldest, one] of this.#sheets) {
      if (this.#sheets.size <= REMEMBERED) break;
      if (!one.isListenedTo && oldest !== project) this.#sheets.delete(oldest);
    }
    return sheet;
  }

  /** Chapters with what the meetings have left so far. */
  async #first(id: string): Promise<Uint8Array> {
    const { database, projects: all, reviews } = this.#app;
    const [project] = await database.db.select().from(projects).where(eq(projects.id, id));
    if (!project) throw new Error('no such project');
    const [organisations, meetings] = await Promise.all([all.organisationsOf(id), all.meetingsOf(id)]);
    const reviewed = await reviews.ofProject({ project, organisations, meetings });
    // Nothing is shown of it here: only what there is, and what it is like.
    const placed = new Placed(reviewed, () => {
      throw new Error('no words here');
    });
    const content = firstContent(project, placed.meetings, firstWords(project.language), {
      partsOf,
      seen: (source) => placed.seenOf(source),
      newId
    });
    const doc = new Y.Doc();
    lay(doc, content);
    return Y.encodeStateAsUpdate(doc);
  }
}
