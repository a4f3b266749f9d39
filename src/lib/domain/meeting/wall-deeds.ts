/** Decides what leaders ask of the projector and of the walls. */
import { kindOf } from '../kinds/registry.ts';
import type { CommandData } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import { turning } from './screen.ts';
import type { MeetingState, Prompt } from './state.ts';
import { wallOf } from './wall-settings.ts';
import type { WallSettings } from './wall-settings.ts';

export function turnProjector(state: MeetingState, { screen }: CommandData<'TurnProjector'>): Decision {
  if ('prompt' in screen) {
    const prompt = state.prompts[screen.prompt];
    if (!prompt || prompt.removed) return refuse('prompt-unknown');
    if (prompt.stage === 'draft') return refuse('prompt-not-open');
  }
  if ('note' in screen && screen.note !== undefined) {
    const note = state.notes[screen.note];
    if (!note || note.withdrawn) return refuse('note-unknown');
    if (note.hidden) return refuse('note-not-shown');
    if ('prompt' in screen && note.prompt !== screen.prompt) return refuse('note-unknown');
  }
  return happen(...turning(state, screen));
}

export function darkenProjector(state: MeetingState, { dark }: CommandData<'DarkenProjector'>): Decision {
  return dark === (state.dark ?? false) ? nothing : happen({ name: 'ProjectorDarkened', data: { dark } });
}

export function setWall(state: MeetingState, { prompt: id, ...wanted }: CommandData<'SetWall'>): Decision {
  return withWall(state, id, (prompt) => {
    const now = wallOf(prompt);
    const changed = Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && now[key as keyof WallSettings] !== value
    );
    if (changed.length === 0) return nothing;
    return happen({ name: 'WallSet', data: { prompt: id, ...Object.fromEntries(changed) } });
  });
}

export function tidyWall(state: MeetingState, { prompt: id }: CommandData<'TidyWall'>): Decision {
  return withWall(state, id, (prompt) =>
    wallOf(prompt).locked ? refuse('wall-locked') : happen({ name: 'WallTidied', data: { prompt: id } })
  );
}

function withWall(state: MeetingState, id: string, then: (prompt: Prompt) => Decision): Decision {
  return withPrompt(state, id, (prompt) =>
    kindOf(prompt.kind)?.outcome === 'wall' ? then(prompt) : refuse('not-a-wall')
  );
}
