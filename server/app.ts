/** The composition root: everything the server consists of, made once per process. */
import type { Config } from './config.ts';
import { connect } from './db/connect.ts';
import type { Database } from './db/connect.ts';
import { startEmbedded } from './db/embedded/supervisor.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { Meetings } from './meetings.ts';

export interface App {
  config: Config;
  log: Log;
  database: Database;
  meetings: Meetings;
  close(): Promise<void>;
}

/** Builds the app. `root` is the folder of package.json, which holds the migrations. */
export async function createApp(config: Config, root: string): Promise<App> {
  const log = createLog(config.logLevel);
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir, log);
  const database = await connect(config.databaseUrl ?? embedded!.options, root);
  const meetings = new Meetings(database.sql, log);
  await meetings.follow();
  return {
    config,
    log,
    database,
    meetings,
    async close() {
      await meetings.close();
      await database.close();
      await embedded?.close();
    }
  };
}
