/** The tables. What happened in meetings is in `meeting_events`; people and access lie beside it, so that a person can be erased. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex
} from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { CARD_LANGUAGES } from '../../src/lib/domain/clustering/card-language.ts';
import { PERSON_PARTS } from '../../src/lib/domain/people/pasted.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

const createdAt = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** Accounts: leaders, co-leaders, reviewers. */
export const users = pgTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt
});

/** Signed-in browsers, by the SHA-256 of the id in their cookie. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull()
  },
  (table) => [index('sessions_user').on(table.userId)]
);

/** One-time links that make an account (or, with a user, set a new password). */
export const setupLinks = pgTable('setup_links', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').references(() => users.id, { onDelete: 'cascade' }),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  usedAt: timestamp('used_at', { withTimezone: true })
});

export const projects = pgTable('projects', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  question: text('question').notNull(),
  host: text('host').notNull().default(''),
  /** What it is about, in a few paragraphs. */
  about: text('about').notNull().default(''),
  /** Of its cards. */
  language: text('language', { enum: CARD_LANGUAGES }).notNull().default('sv'),
  /** A copy in which that meeting is rehearsed: in no list, and thrown away. */
  rehearsalOf: text('rehearsal_of').references((): AnyPgColumn => meetings.id, { onDelete: 'cascade' }),
  /** Who rehearses: one rehearsal an account. */
  rehearsalBy: text('rehearsal_by')
    .unique()
    .references(() => users.id, { onDelete: 'cascade' }),
  createdAt
});

/** What a project's leaders hold to be one role; a project without a row uses the common pack alone. */
export const rolePacks = pgTable('role_packs', {
  projectId: text('project_id')
    .primaryKey()
    .references(() => projects.id, { onDelete: 'cascade' }),
  common: boolean('common').notNull(),
  own: text('own').notNull()
});

export const projectMembers = pgTable(
  'project_members',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    part: text('part', { enum: ['owner', 'leader', 'co-leader', 'reviewer'] }).notNull()
  },
  (table) => [
    primaryKey({ columns: [table.projectId, table.userId] }),
    index('project_members_user').on(table.userId)
  ]
);

export const organisations = pgTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    position: integer('position').notNull().default(0),
    /** Named by a participant who did not find it in the list. */
    added: boolean('added').notNull().default(false),
    /** Taken out of the project: nobody can choose it any more, and what its people wrote keeps its name, marked. */
    removed: boolean('removed').notNull().default(false)
  },
  (table) => [index('organisations_project').on(table.projectId)]
);

export const meetings = pgTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    place: text('place').notNull().default(''),
    day: date('day', { mode: 'string' }),
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    code: text('code').notNull().unique(),
    wallKey: text('wall_key').notNull()
  },
  (table) => [uniqueIndex('meetings_number').on(table.projectId, table.number)]
);

/** People of a project. The log knows them by id alone; erasing one rewrites this row. */
export const participants = pgTable(
  'participants',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    organisationId: text('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    /** 1 for the first of that name in that organisation, 2 for the next ... */
    ordinal: integer('ordinal').notNull().default(1),
    /** The short personal code, by which one is the same person on another phone. Made when it is first needed. */
    code: text('code'),
    /** The organisations that one was of before, the earliest first: what was written then keeps them where no name stands. */
    former: jsonb('former').$type<{ organisation: string | null; until: number }[]>().notNull().default([]),
    /** The name or the organisation is another than the one that one joined with. */
    renamed: boolean('renamed').notNull().default(false),
    part: text('part', { enum: PERSON_PARTS }).notNull().default('participant'),
    /** Where reminders go; empty where none was given. Seen by leaders alone. */
    email: text('email').notNull().default(''),
    /** Written on the list by a leader, and not here yet. */
    expected: boolean('expected').notNull().default(false),
    /** May be asked, months later, what came of it; null: has not been asked. */
    followUp: boolean('follow_up'),
    /** Answers homework through a link: no person of the project, and in no list of them. */
    outsider: boolean('outsider').notNull().default(false),
    createdAt
  },
  (table) => [
    index('participants_project').on(table.projectId),
    uniqueIndex('participants_code').on(table.projectId, table.code)
  ]
);

/** Who has joined which meeting. */
export const attendances = pgTable(
  'attendances',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    participantId: text('participant_id')
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    createdAt
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.participantId] })]
);

/** The log. `part` counts the events of one command, so that a command is stored once, whole. */
export const meetingEvents = pgTable(
  'meeting_events',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    actorRole: text('actor_role', { enum: ['leader', 'participant'] }).notNull(),
    actorId: text('actor_id').notNull(),
    commandId: text('command_id').notNull(),
    part: integer('part').notNull(),
    name: text('name').notNull(),
    data: jsonb('data').notNull()
  },
  (table) => [
    primaryKey({ name: 'meeting_events_seq', columns: [table.meetingId, table.seq] }),
    uniqueIndex('meeting_events_command').on(table.meetingId, table.commandId, table.part)
  ]
);

/**
 * The wall of each prompt as it was laid last, so that everybody sees the same picture, also tomorrow. It holds words of cards:
 * what erases one takes them out, and says from which number of the log on the next may be laid (erased-log.ts).
 */
export const walls = pgTable(
  'walls',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    promptId: text('prompt_id').notNull(),
    /** Of the picture: who writes names the one before, so that two nodes never lay one wall in two ways. 0: there is none. */
    version: integer('version').notNull(),
    wall: jsonb('wall').notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.promptId] })]
);

/** The latest fold of each log, so that a start does not read it all. `version` is that of the state's shape. */
export const meetingSnapshots = pgTable('meeting_snapshots', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  seq: integer('seq').notNull(),
  version: integer('version').notNull(),
  state: jsonb('state').notNull()
});

/** Agendas that somebody has kept to use again: the account's own, whichever project they came from. */
export const templates = pgTable(
  'templates',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    steps: jsonb('steps').notNull(),
    createdAt
  },
  (table) => [index('templates_user').on(table.userId)]
);

/** What a leader writes for oneself during a meeting. Nobody else is ever shown it: it is in no log, no view and no export. */
export const leaderNotes = pgTable(
  'leader_notes',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    /** Counts the times that it was saved: who saves names the one that was read. */
    version: integer('version').notNull()
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.userId] })]
);

/** The phones of a person, by the hash of the token in their cookie. */
export const participantPhones = pgTable(
  'participant_phones',
  {
    tokenHash: text('token_hash').primaryKey(),
    participantId: text('participant_id')
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    createdAt
  },
  (table) => [index('participant_phones_participant').on(table.participantId)]
);

/** One-time links by which somebody comes to lead a project's meetings, or to read them. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    part: text('part', { enum: ['leader', 'co-leader', 'reviewer'] }).notNull(),
    /** Who invites. */
    invitedBy: text('invited_by')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    createdAt
  },
  (table) => [index('invitations_project').on(table.projectId)]
);

/** Links that participants pass on to partners, who answer one homework through them. Whoever has the link may answer, and nothing else. */
export const partnerLinks = pgTable(
  'partner_links',
  {
    id: text('id').primaryKey(),
    /** Kept as it is: who passed it on wants to copy it again. */
    token: text('token').notNull().unique(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    promptId: text('prompt_id').notNull(),
    /** In whose name answers lie in the log: an outsider of the partner's organisation. */
    authorId: text('author_id')
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    /** Null: a leader did. */
    passedOnBy: text('passed_on_by').references(() => participants.id, { onDelete: 'cascade' }),
    answers: integer('answers').notNull().default(0),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    createdAt
  },
  (table) => [index('partner_links_meeting').on(table.meetingId)]
);

/** Pictures that belong to answers. */
export const pictures = pgTable(
  'pictures',
  {
    id: text('id').primaryKey(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    authorId: text('author_id').notNull(),
    type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: bytea('bytes').notNull(),
    createdAt
  },
  (table) => [index('pictures_meeting').on(table.meetingId)]
);

/** Links by which somebody without an account reads a project's documentation. Kept as hashes: shown once, when they are made. */
export const documentationLinks = pgTable(
  'documentation_links',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    /** For whom, as whoever made it wrote it. */
    label: text('label').notNull().default(''),
    madeBy: text('made_by').references(() => users.id, { onDelete: 'set null' }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    createdAt
  },
  (table) => [index('documentation_links_project').on(table.projectId)]
);

/** What editors of a documentation wrote, in the order in which it was stored: Yjs updates, of which the first may hold all before it. */
export const documentationUpdates = pgTable(
  'documentation_updates',
  {
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    update: bytea('update').notNull(),
    madeBy: text('made_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt
  },
  (table) => [primaryKey({ columns: [table.projectId, table.seq] })]
);

/** A documentation as it once was. It names its sources and holds no text of a card. */
export const documentationVersions = pgTable(
  'documentation_versions',
  {
    id: text('id').primaryKey(),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text('name').notNull().default(''),
    content: jsonb('content').notNull(),
    madeBy: text('made_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt
  },
  (table) => [index('documentation_versions_project').on(table.projectId)]
);

/** What can be found of each meeting: what its reviewers may read, and no more. Made anew from the log, never the truth. */
export const foundTexts = pgTable(
  'found_texts',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    projectId: text('project_id')
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    promptId: text('prompt_id').notNull(),
    /** The note's; '' for the step's own title and instruction. */
    noteId: text('note_id').notNull(),
    /** How its words are stemmed: 'swedish' or 'english'. */
    language: text('language', { enum: ['swedish', 'english'] }).notNull(),
    text: text('text').notNull(),
    /** Whose it is: weighs less. */
    whose: text('whose').notNull().default(''),
    words: tsvector('words')
      .notNull()
      .generatedAlwaysAs(
        sql`case language when 'english' then setweight(to_tsvector('pg_catalog.english', text), 'A') || setweight(to_tsvector('pg_catalog.english', whose), 'D') else setweight(to_tsvector('pg_catalog.swedish', text), 'A') || setweight(to_tsvector('pg_catalog.swedish', whose), 'D') end`
      )
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.promptId, table.noteId] }),
    index('found_texts_words').using('gin', table.words),
    index('found_texts_project').on(table.projectId)
  ]
);

/** Up to which number of each log its texts can be found. */
export const foundMeetings = pgTable('found_meetings', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meetings.id, { onDelete: 'cascade' }),
  seq: integer('seq').notNull(),
  /** Of the way in which they were made. */
  version: integer('version').notNull()
});
