/** Agendas that leaders have kept under a name. Everybody sees the own ones only; there is no answer and nobody's id in them. */
import { and, count, desc, eq } from 'drizzle-orm';
import { readSteps } from '../src/lib/domain/agenda/file.ts';
import type { AgendaFault } from '../src/lib/domain/agenda/file.ts';
import { LONGEST_NAME } from '../src/lib/domain/agenda/step.ts';
import type { AgendaStep } from '../src/lib/domain/agenda/step.ts';
import { cleanLine, lengthOf } from '../src/lib/domain/text.ts';
import type { Drizzle } from './db/connect.ts';
import { templates } from './db/schema.ts';
import { newId } from './secrets.ts';

export interface OwnTemplate {
  id: string;
  name: string;
  steps: readonly AgendaStep[];
}

export type TemplateFault =
  AgendaFault | { code: 'name-empty' } | { code: 'name-too-long' | 'too-many-templates'; limit: number };

export const MOST_TEMPLATES = 50;

export class Templates {
  readonly #db: Drizzle;

  constructor(db: Drizzle) {
    this.#db = db;
  }

  /** The newest first. */
  async list(userId: string): Promise<OwnTemplate[]> {
    const rows = await this.#db
      .select({ id: templates.id, name: templates.name, steps: templates.steps })
      .from(templates)
      .where(eq(templates.userId, userId))
      .orderBy(desc(templates.createdAt), desc(templates.id));
    return rows.flatMap(({ id, name, steps }) => {
      // Kept by an earlier version perhaps: what can no longer be laid in is not offered.
      const read = Array.isArray(steps) ? readSteps(steps) : undefined;
      return read?.ok ? [{ id, name, steps: read.steps }] : [];
    });
  }

  /** Whatever was sent, only steps are kept. */
  async keep(
    userId: string,
    { name, steps }: { name: string; steps: readonly unknown[] }
  ): Promise<{ ok: true; template: OwnTemplate } | { ok: false; fault: TemplateFault }> {
    const cleaned = cleanLine(name);
    if (!cleaned) return { ok: false, fault: { code: 'name-empty' } };
    if (lengthOf(cleaned) > LONGEST_NAME)
      return { ok: false, fault: { code: 'name-too-long', limit: LONGEST_NAME } };
    const read = readSteps(steps);
    if (!read.ok) return read;
    const [row] = await this.#db
      .select({ kept: count() })
      .from(templates)
      .where(eq(templates.userId, userId));
    if ((row?.kept ?? 0) >= MOST_TEMPLATES)
      return { ok: false, fault: { code: 'too-many-templates', limit: MOST_TEMPLATES } };
    const template = { id: newId(), name: cleaned, steps: read.steps };
    await this.#db.insert(templates).values({ ...template, userId });
    return { ok: true, template };
  }

  /** True where it was there, and the user's own. */
  async remove(userId: string, id: string): Promise<boolean> {
    const gone = await this.#db
      .delete(templates)
      .where(and(eq(templates.id, id), eq(templates.userId, userId)))
      .returning({ id: templates.id });
    return gone.length > 0;
  }
}
