/** Until documentations are written in an editor: what is written is what was kept last. */
import { desc, eq } from 'drizzle-orm';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import type { Drizzle } from '../db/connect.ts';
import { documentationVersions } from '../db/schema.ts';
import { newId } from '../secrets.ts';
import type { Written } from './versions.ts';

export function standIn(db: Drizzle): Written {
  return {
    async content(projectId) {
      const [row] = await db
        .select({ content: documentationVersions.content })
        .from(documentationVersions)
        .where(eq(documentationVersions.projectId, projectId))
        .orderBy(desc(documentationVersions.createdAt))
        .limit(1);
      return (row?.content as ContentNode | undefined) ?? { type: 'doc', content: [] };
    },
    async replace(projectId, madeBy, content) {
      await db.insert(documentationVersions).values({ id: newId(), projectId, content, madeBy });
    }
  };
}
