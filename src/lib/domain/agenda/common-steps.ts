/** What most days have in common. */
import type { TemplateStep } from './template.ts';

/** What every question of a template begins with. */
export const QUESTION = { grace: 60 } as const;

export const COFFEE: TemplateStep = { kind: 'break', title: { sv: 'Fika', en: 'Coffee' }, minutes: 20 };

export const LUNCH: TemplateStep = { kind: 'break', title: { sv: 'Lunch', en: 'Lunch' }, minutes: 60 };

export const LAST_ROUND: TemplateStep = {
  kind: 'break',
  title: { sv: 'Ett varv runt rummet, och slut', en: 'Once round the room, and done' },
  minutes: 10
};
