/** A word of the board becomes a role definition: in which step, with what, and once. */
import { expect, test } from 'vitest';
import { checkFields } from '../../../src/lib/domain/kinds/fields.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';
import { EMPTY_VIEW } from '../../../src/lib/domain/meeting/view.ts';
import type { MeetingView, NoteView, PromptView } from '../../../src/lib/domain/meeting/view.ts';
import {
  addDefinitions,
  definitionOf,
  definitionStep,
  isDefined
} from '../../../src/lib/meeting/console/board/definition.ts';

const agenda = (...kinds: string[]): MeetingView => ({
  ...EMPTY_VIEW,
  agenda: kinds.map((_, at) => `step-${at}`),
  prompts: Object.fromEntries(
    kinds.map((kind, at) => [`step-${at}`, { id: `step-${at}`, kind } as PromptView])
  )
});

test('it comes into the next step of role definitions, else one before it, else one that is made', () => {
  expect(definitionStep(agenda('role-definition', 'role-card', 'role-definition'), 'step-1')?.id).toBe(
    'step-2'
  );
  expect(definitionStep(agenda('role-definition', 'role-card'), 'step-1')?.id).toBe('step-0');
  const view = agenda('quote', 'role-card', 'break');
  expect(definitionStep(view, 'step-1')).toBeUndefined();
  expect(addDefinitions(view, 'step-1', 'Vad betyder rollerna?').request).toMatchObject({
    name: 'AddPrompt',
    data: { kind: 'role-definition', index: 2 }
  });
});

test('its other forms are its examples, as many as have room, and what it means may be left open', () => {
  const forms = ['navet', 'spindeln i nätet', 'x'.repeat(600)];
  const fields = definitionOf({ label: 'Nav', forms }, '');
  expect(fields).toEqual({ text: 'Nav', meaning: '…', examples: 'navet\nspindeln i nätet' });
  const long = definitionOf({ label: 'N'.repeat(80), forms: [] }, 'y'.repeat(400));
  for (const one of [fields, long]) expect(checkFields(kindOf('role-definition')!, one).ok).toBe(true);
});

test('it is not laid twice', () => {
  const note = { prompt: 'step-1', fields: { text: 'nav' } } as unknown as NoteView;
  const view = { ...agenda('role-card', 'role-definition'), notes: { a: note } };
  expect(isDefined(view, 'step-1', { label: 'Nav' })).toBe(true);
  expect(isDefined(view, 'step-1', { label: 'Motor' })).toBe(false);
});
