/** What the dialog says of organisations that do not come along. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Importing } from '../../../src/lib/meeting/console/import/importing.svelte.ts';

type Made = ConstructorParameters<typeof Importing>;

function importing(pledge = 'named'): Importing {
  const prompt = { id: 'prompt-1', kind: 'sticky-note', pledge };
  return new Importing({ notes: [] } as unknown as Made[0], () => prompt as ReturnType<Made[1]>);
}

afterEach(() => vi.unstubAllGlobals());

describe('that they do not come along is told', () => {
  const unreachable = async (text: string, pledge?: string) => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
    const made = importing(pledge);
    made.text = text;
    await made.readPlaces('meeting-1');
    return made.without;
  };

  test('where the project’s could not be fetched, whether a title is known or not', async () => {
    expect(await unreachable('Svar\tOrganisation\nLugn\tRegion Tallmo')).toBe('unread');
    expect(await unreachable('Lugn\tRegion Tallmo\nTid\tÅlby kommun')).toBe('unread');
    expect(await unreachable('Lugn\nTid')).toBeUndefined();
  });

  test('in a nameless step where a column holds them', async () => {
    expect(await unreachable('Svar\tOrganisation\nLugn\tRegion Tallmo', 'anonymous')).toBe('withheld');
    expect(await unreachable('Lugn\tRegion Tallmo', 'anonymous')).toBeUndefined();
  });
});
