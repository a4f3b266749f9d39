/** The composition root: everything the server consists of, made once per process. */
import { addresses } from './addresses.ts';
import { Accounts } from './accounts.ts';
import { admit } from './audience.ts';
import type { Admission, Credentials } from './audience.ts';
import { Documentation } from './documentation/documentation.ts';
import { Embeddings } from './clustering/embeddings.ts';
import { takeCommand } from './command-door.ts';
import type { Sender } from './command-door.ts';
import { viewInPieces } from '../src/lib/domain/meeting/visibility.ts';
import type { Audience } from '../src/lib/domain/meeting/sight.ts';
import type { Report } from '../src/lib/domain/document/document.ts';
import type { HomeworkAhead } from '../src/lib/protocol/homework.ts';
import type { LastTime } from '../src/lib/protocol/last-time.ts';
import type { Sheet } from '../src/lib/domain/outputs/sheets/sheet.ts';
import type { WallInput, WallLayout } from '../src/lib/domain/wall/layout/wall-layout.ts';
import type { Ack, StateMessage, View, WallMessage } from '../src/lib/protocol/protocol.ts';
import { alikeWords } from './clustering/alike.ts';
import { Clustering } from './clustering/clustering.ts';
import { Machine } from './clustering/machine.ts';
import type { Config } from './config.ts';
import { connect } from './db/connect.ts';
import type { Database } from './db/connect.ts';
import { demoToken } from './demo/people.ts';
import { seedDemo } from './demo/seed.ts';
import type { Demo } from './demo/seed.ts';
import { startEmbedded } from './db/embedded/supervisor.ts';
import { DocumentationLinks } from './documentation/links.ts';
import { DocumentationVersions } from './documentation/versions.ts';
import type { DataAnswer, DataTask } from './data-files/task.ts';
import { erasedIn } from './erased-log.ts';
import { Exports } from './exports/jobs.ts';
import type { Making } from './exports/jobs.ts';
import type { ReportFormat } from './exports/report-file.ts';
import type { FileTask } from './exports/worker.ts';
import { Mail } from './mail.ts';
import { glanceAt } from './glance.ts';
import type { Glance } from './glance.ts';
import { FollowUps } from './follow-ups.ts';
import { homeworkAhead } from './homework.ts';
import { lastTime } from './last-time.ts';
import { LeaderNotebook } from './leader-notes.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { Meetings } from './meetings.ts';
import { Metrics } from './metrics.ts';
import { Invitations } from './invitations.ts';
import { Copies } from './copies.ts';
import { Members } from './members.ts';
import { Participants } from './participants.ts';
import { People } from './people.ts';
import { PartnerLinks } from './partner-links.ts';
import { ProjectFiles } from './project-files.ts';
import { Projects } from './projects.ts';
import type { Meeting } from './projects.ts';
import { Reminders } from './reminders.ts';
import { Reviews } from './reviews.ts';
import { Rehearsals } from './rehearsal/rehearsals.ts';
import { RolePacks } from './role-packs.ts';
import { Search } from './search/search.ts';
import { sameSecret } from './secrets.ts';
import { inSlices } from './slices.ts';
import { Templates } from './templates.ts';
import { startWorker } from './thread/start.ts';
import { Thread } from './thread/thread.ts';
import { TimeKeeper } from './time-keeper.ts';
import { WallStore } from './walls/wall-store.ts';
import { wallsFor } from './walls/wall-teller.ts';
import { Walls } from './walls/walls.ts';

export interface App {
  config: Config;
  log: Log;
  database: Database;
  meetings: Meetings;
  /** Lays cards together. */
  machine: Machine;
  /** Lays walls out. */
  walls: Walls;
  accounts: Accounts;
  projects: Projects;
  /** Makes projects out of others. */
  copies: Copies;
  /** Projects out as a file, and in again. */
  projectFiles: ProjectFiles;
  /** Who leads each project, and who is invited to. */
  members: Members;
  invitations: Invitations;
  participants: Participants;
  /** The list of a project's people, for its leaders. */
  people: People;
  /** Links through which partners answer homework. */
  partnerLinks: PartnerLinks;
  /** Who may be asked later what came of it. */
  followUps: FollowUps;
  /** To whom a reminder of homework goes. */
  reminders: Reminders;
  /** What each leader writes for oneself. */
  notebook: LeaderNotebook;
  /** Links by which a documentation is read without an account, and documentations as they once were. */
  documentationLinks: DocumentationLinks;
  documentationVersions: DocumentationVersions;
  /** Meetings as their reviewers read them. */
  reviews: Reviews;
  /** What a project's members write of all its meetings, together. */
  documentation: Documentation;
  /** Finds texts in a project, among what its reviewers may read. */
  search: Search;
  /** Copies of meetings that are thrown away. */
  rehearsals: Rehearsals;
  /** What each project holds to be one role. */
  rolePacks: RolePacks;
  /** Agendas that leaders have kept. */
  templates: Templates;
  /** With EMBEDDINGS_URL only: how alike texts are in meaning. */
  embeddings?: Embeddings;
  /** With SMTP_URL only: sends letters. */
  mail?: Mail;
  /** `npm run demo` only: what was laid in, and a person's token. */
  demo?: Demo & { token(index: number): string };
  /** Where the embedded database lies; undefined with DATABASE_URL. */
  where?: string;
  /** Origins at which phones reach this server on that port, best first. */
  addresses(port: number): string[];
  /** Who may have which view of a meeting, now. */
  admit(meeting: string, view: View, shown: Credentials): Promise<Admission>;
  /** A meeting as one audience sees it now, with the number up to which; undefined where there is no such meeting. */
  firstView(meeting: Meeting, audience: Audience): Promise<StateMessage | undefined>;
  /** The walls that somebody of that audience sees, each once it has been laid. */
  wallsOf(meeting: Meeting, view: View): Promise<WallMessage[]>;
  /** For each word of a project's walls the same name for all that are one; empty where nothing answers. */
  alikeWords(
    of: { meeting: string; question: string },
    words: readonly { id: string; text: string }[]
  ): Promise<ReadonlyMap<string, string>>;
  /** What a meeting has come to, for whoever may review it; undefined where there is no such meeting. */
  glance(meeting: Meeting): Promise<Glance | undefined>;
  /** What a participant has to do at home before the other meetings of the project. */
  homeworkAhead(meeting: Meeting, person: string): Promise<HomeworkAhead[]>;
  /** What the project's previous meeting left; `person`: whose commitments are the own ones. */
  lastTime(meeting: Meeting, person?: string): Promise<LastTime | null>;
  /** A picture or a report as a file, made in a thread of its own. Rejects with a `ThreadError`. */
  file(task: FileTask): Promise<Uint8Array>;
  /** Sheets as a workbook, made in a thread of its own. Rejects with a `ThreadError`. */
  workbook(sheets: readonly Sheet[]): Promise<Uint8Array>;
  /** A report as a file to be printed or edited, made in a thread of its own, since it may take half a minute. */
  reportFile(format: ReportFormat, report: Report, making?: Partial<Making>): Promise<Uint8Array>;
  /** Files that are made in the background. */
  exports: Exports;
  /** A command from the wire; never rejects. */
  takeCommand(sender: Sender, input: unknown): Promise<Ack>;
  /** What phones open: the public address; else that of the request, or of this machine where it says only "localhost". */
  joinOrigin(url: URL): string;
  /** Prometheus' text for whoever shows METRICS_TOKEN. */
  metrics(token: string | undefined): Promise<{ text: string; type: string } | 'none' | 'wrong-token'>;
  /** Where this process reaches its own server, once it listens. Set where the sockets are attached. */
  ownAddress?(): string | undefined;
  /** Open sockets of this process. Set where the sockets are attached. */
  connections?(): number;
  /**
   * Told of every participant's command that was taken, over whichever way, and when it came (`performance.now()`).
   * Set where the sockets are attached.
   */
  taken?(meeting: string, participant: string, since: number): void;
  /** Does the database answer? */
  ready(): Promise<boolean>;
  /** Lines for the terminal once the server listens, e.g. the one-time link of the first leader. */
  announcements(port: number): Promise<string[]>;
  /** Called before the HTTP server is closed: Node leaves WebSockets open. Set where the sockets are attached. */
  closeSockets?(): Promise<void>;
  close(): Promise<void>;
}

const WALL_MEMORY_MB = 300;
const EXPORT_MEMORY_MB = 300;
/** 20,000 notes as a workbook take a third of it. */
const DATA_MEMORY_MB = 600;
/** Milliseconds. */
const DATA_MS = 60_000;
/** Of two reports of 20,000 notes at once. */
const REPORT_MEMORY_MB = 900;
/** Milliseconds for one slice of a report: a DOCX is packed in one piece. */
const REPORT_SLICE_MS = 120_000;

/** Builds the app. `root` is the folder of package.json, which holds the migrations and the words. */
export async function createApp(config: Config, root: string): Promise<App> {
  const log = createLog(config.logLevel);
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, log);
  const database = await connect(config.databaseUrl ?? embedded!.options, root);
  const meetings = new Meetings(database.sql, log);
  const embeddings = config.embeddings && new Embeddings(config.embeddings, log);
  const accounts = new Accounts(database.db);
  const projects = new Projects(database.db);
  const rolePacks = new RolePacks(database, projects, meetings, root);
  const clustering = new Clustering(root, log);
  const machine = new Machine(meetings, clustering, log, rolePacks, embeddings);
  const walls = new Walls(meetings, {
    store: new WallStore(database.sql, meetings.node),
    worker: new Thread<WallInput, WallLayout>('walls', log, {
      start: () => startWorker(root, 'walls', {}, WALL_MEMORY_MB)
    }),
    likenesses: (room, prompt, about) => machine.kin(room, prompt, about),
    log
  });
  const timeKeeper = new TimeKeeper(meetings, log);
  const files = new Thread<FileTask, Uint8Array>('exports', log, {
    start: () => startWorker(root, 'exports', {}, EXPORT_MEMORY_MB)
  });
  const dataFiles = new Thread<DataTask, DataAnswer>('data files', log, {
    start: () => startWorker(root, 'data-files', {}, DATA_MEMORY_MB),
    taskMs: DATA_MS
  });
  const reports = new Thread<FileTask, Uint8Array>('reports', log, {
    start: () => startWorker(root, 'exports', {}, REPORT_MEMORY_MB),
    taskMs: REPORT_SLICE_MS
  });
  const participants = new Participants(database, projects, meetings);
  await meetings.follow();
  await participants.follow();
  await rolePacks.follow();
  await walls.follow();
  void timeKeeper.start();
  const app: App = {
    config,
    log,
    database,
    meetings,
    machine,
    walls,
    accounts,
    projects,
    get projectFiles() {
      return projectFiles;
    },
    copies: new Copies(database, projects, meetings),
    members: new Members(database.db),
    invitations: new Invitations(database.db, projects, accounts),
    participants,
    people: new People(database.db, projects, participants),
    followUps: new FollowUps(database.db, projects),
    reminders: new Reminders(database.db, meetings),
    partnerLinks: new PartnerLinks(database.db, meetings, participants),
    notebook: new LeaderNotebook(database.sql),
    documentationLinks: new DocumentationLinks(database.db, projects),
    get documentationVersions() {
      return documentationVersions;
    },
    get reviews() {
      return reviews;
    },
    get documentation() {
      return documentation;
    },
    search: new Search(database.sql, () => reviews),
    get rehearsals() {
      return rehearsals;
    },
    rolePacks,
    templates: new Templates(database.db),
    embeddings,
    mail: config.mail && new Mail(config.mail, log),
    where: embedded?.where,
    addresses: (port) => addresses(config, port),
    admit: (meeting, view, shown) => admit(app, meeting, view, shown),
    async firstView({ id, projectId }, audience) {
      const [room, directory] = await Promise.all([meetings.room(id), participants.directory(projectId)]);
      if (!room) return undefined;
      const { state } = room;
      const view = await inSlices(viewInPieces(state, audience, directory));
      return { seq: state.seq, state: view, now: Date.now() };
    },
    async wallsOf({ id }, view) {
      const room = await meetings.room(id);
      if (!room) return [];
      const laid = walls.of(room);
      await laid.ready();
      return wallsFor(room, laid, view);
    },
    alikeWords: (of, words) => alikeWords({ clustering, packs: rolePacks, log }, of, words),
    glance: ({ id }) => glanceAt(meetings, walls, id),
    homeworkAhead: (meeting, person) => homeworkAhead(app, meeting, person),
    lastTime: (meeting, person) => lastTime(app, meeting, person),
    file: (task) => files.ask(() => task),
    workbook: async (sheets) => (await dataFiles.ask(() => ({ task: 'sheets', sheets }))) as Uint8Array,
    reportFile: (format, report, making) => reports.ask(() => ({ format, report }), making),
    exports: new Exports(log, (project) => erasedIn(database.sql, project)),
    takeCommand: (sender, input) => takeCommand(app, sender, input),
    async metrics(token) {
      if (!config.metricsToken) return 'none';
      if (!token || !sameSecret(token, config.metricsToken)) return 'wrong-token';
      return { text: await metrics.text(), type: metrics.contentType };
    },
    joinOrigin: (url) =>
      config.origin ?? (isLocal(url) ? addresses(config, Number(url.port) || 80)[0]! : url.origin),
    ready: () => database.ready(),
    announcements: (port) => announcements(accounts, addresses(config, port)),
    async close() {
      timeKeeper.close();
      await rehearsals.close();
      await documentation.close();
      app.mail?.close();
      app.exports.close();
      await files.close();
      await dataFiles.close();
      await reports.close();
      await walls.close();
      await machine.close();
      await participants.close();
      await rolePacks.close();
      await meetings.close();
      await database.close();
      await embedded?.close();
    }
  };
  const rehearsals = new Rehearsals(app);
  const reviews = new Reviews(app);
  const projectFiles = new ProjectFiles(app, dataFiles);
  const documentation = new Documentation(app);
  const documentationVersions = new DocumentationVersions(database.db, projects, documentation, log);
  await documentation.follow();
  const metrics = new Metrics({
    connections: () => app.connections?.() ?? 0,
    rooms: () => meetings.size
  });
  const { demoKey: key } = config;
  if (key) app.demo = { ...(await seedDemo(app, key)), token: (index) => demoToken(key, index) };
  return app;
}

async function announcements(accounts: Accounts, origins: readonly string[]): Promise<string[]> {
  if (await accounts.hasLeader()) return [];
  const path = `/setup/${await accounts.setupToken()}`;
  return [
    'The first leader makes an account here (the link works once, for a week):',
    ...origins.map((origin) => `  ${origin}${path}`)
  ];
}

function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
