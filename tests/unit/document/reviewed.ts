/** A meeting with a step of every kind, so many answers to each, as its reviewers read it. */
import type { Reviewed } from '../../../src/lib/domain/document/of-meeting.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { ORGANISATION_KINDS } from '../../../src/lib/domain/organisation-kinds.ts';
import { SCALE } from '../../../src/lib/domain/voting/ballot.ts';
import { wallIdOf } from '../../../src/lib/domain/wall/kept-wall.ts';
import type { WallPicture } from '../../../src/lib/domain/wall/picture.ts';
import type { Word } from '../../../src/lib/domain/wall/words.ts';
import { BERIT, LEADER, Log, MANS } from '../meeting/log.ts';
import { review } from '../outputs/meeting.ts';
import { wall } from '../wall/walls.ts';

/** One thing in its place among many: the texts come round again, with a number. */
function from(texts: readonly string[], at: number): string {
  const round = Math.floor(at / texts.length);
  return texts[at % texts.length]! + (round > 0 ? ` ${round + 1}` : '');
}

const ROLES = [
  'Samordnare',
  'Dörröppnare',
  'Möjliggörare',
  'Nav',
  'Kunskapsförmedlare',
  'Nejsägare som påtalar brister'
];
const SAID = [
  'Ingen har sagt nej. Men ingen har heller sagt ja.',
  'Vi väntar på varandra.',
  'Det viktiga är att börja göra, och att göra det tillsammans med dem som redan är i gång.'
];
const HAPPENED = [
  ['1850-1930', 'Utvandringen till Amerika'],
  ['1969', 'Invandrarverket bildas'],
  ['1975', 'Ny politik: jämlikhet, valfrihet, samverkan'],
  ['1995', 'Sverige går med i EU'],
  ['2010', 'Etableringsreformen ger staten ansvaret'],
  ['2001-2016', 'Schengen']
] as const;
const ACTORS = [
  'Länsstyrelsen',
  'Arbetsförmedlingen',
  'Kommunerna i länet',
  'Röda Korset',
  'Universitetet',
  'Näringslivsbolaget'
];

type Prompt = Extract<Request, { name: 'AddPrompt' }>['data'];
type Written = Record<string, string>;

const STEPS: readonly [kind: string, title: string, write: (at: number) => Written][] = [
  [
    'role-card',
    'Vem är du?',
    (at) => ({ text: from(ROLES, at % 11), ...(at % 4 === 0 ? { explanation: from(SAID, at) } : {}) })
  ],
  ['quote', 'Vad säger vi?', (at) => ({ text: from(SAID, at), speaker: at % 2 === 0 ? 'me' : 'anonymous' })],
  ['sticky-note', 'Vad har vi lärt oss?', (at) => ({ text: from(SAID, at) })],
  [
    'milestone',
    'Varifrån kommer vi?',
    (at) => {
      const [years, text] = HAPPENED[at % HAPPENED.length]!;
      const later = (year: string) => String(Number(year) + Math.floor(at / HAPPENED.length));
      return {
        years: years.split('-').map(later).join('-'),
        text,
        ...(at % 2 === 0 ? { explanation: from(SAID, at) } : {})
      };
    }
  ],
  [
    'perspective',
    'Hur ser andra på oss?',
    (at) => ({
      actorKind: ORGANISATION_KINDS[1 + (at % 5)]!,
      actor: from(ACTORS, at),
      text: from(SAID, at),
      role: String((at * 7) % 11)
    })
  ],
  [
    'actor',
    'Vilka finns runt oss?',
    (at) => ({
      text: from(ACTORS, at),
      actorKind: ORGANISATION_KINDS[1 + (at % 6)]!,
      role: 'Ger tillstånd',
      ...(at % 3 === 0 ? {} : { responsibility: 'Tillsyn', interface: 'I det regionala nätverket' })
    })
  ],
  [
    'case',
    'Hur gör ni?',
    (at) => ({
      text: `Så gör vi i ${from(['Älvmark', 'Norrskog', 'Tallnäs'], at)}`,
      explanation: SAID.join('\n\n')
    })
  ],
  [
    'role-definition',
    'Vad betyder rollerna?',
    (at) => ({
      text: from(ROLES, at),
      meaning: 'vi håller ihop det som görs',
      examples: 'Möten\nEtt register',
      activities: 'Bjud in alla\nFråga en gång till'
    })
  ],
  [
    'commitment',
    'Vad gör vi härnäst?',
    (at) => ({ text: from(SAID, at), who: 'Berit', by: at % 2 === 0 ? '2027-03-01' : '' })
  ],
  ['follow-up', 'Vad blev det?', (at) => ({ text: from(SAID, at), printed: 'name' })]
];

export function reviewed(count: number): Reviewed {
  const log = new Log();
  const add = (prompt: Prompt) => {
    log.do(LEADER, { name: 'AddPrompt', data: prompt });
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: prompt.prompt } });
  };
  for (const [kind, title, write] of STEPS) {
    const prompt = `prompt-${kind}`;
    add({ prompt, kind, title });
    for (let at = 0; at < count; at++) {
      const data = { note: `${kind}-${at}`, prompt, fields: write(at) };
      log.do(at % 2 === 0 ? BERIT : MANS, { name: 'SubmitNote', data });
    }
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt } });
  }
  const themes = [
    ['theme-motas', 'Skapa möten', 0, 0.5],
    ['theme-borja', 'Börja göra', 0.5, 0.8]
  ] as const;
  for (const [cluster, name, begin, end] of themes) {
    log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-sticky-note', cluster, name } });
    const notes = Array.from({ length: count }, (_, at) => `sticky-note-${at}`).slice(
      begin * count,
      end * count
    );
    if (notes.length > 0) log.do(LEADER, { name: 'MoveNotes', data: { notes, cluster } });
  }
  const choices = Array.from({ length: Math.max(2, Math.min(count, 20)) }, (_, at) => ({
    id: `choice-${at}`,
    text: from(SAID, at)
  }));
  for (const [kind, prompt] of [
    ['dots', 'prompt-dots'],
    ['choice', 'prompt-before'],
    ['choice', 'prompt-after'],
    ['scale', 'prompt-scale']
  ] as const) {
    const vote = { about: null, choices, votes: 5, stack: true, low: 'Inte alls', high: 'Helt och hållet' };
    add({ prompt, kind, title: `Vad först? (${prompt})`, vote });
    [BERIT, MANS].forEach((by, at) => {
      const chosen = prompt === 'prompt-after' ? 'choice-1' : `choice-${at}`;
      const ballot = kind === 'scale' ? { [SCALE]: 4 + 3 * at } : { [chosen]: kind === 'dots' ? 2 + at : 1 };
      log.do(by, { name: 'CastBallot', data: { prompt, ballot } });
    });
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt } });
  }
  log.do(LEADER, { name: 'ParkThought', data: { thought: 'thought-1', text: 'Vem betalar?' } });
  const outputs = review(log, {
    organisations: [
      { name: 'Region Älvmark', kind: 'region', participants: 4 },
      { name: 'Region Norrskog', kind: 'region', participants: 2 },
      { name: 'Tallnäs kommun', kind: 'municipality', participants: 1 },
      { name: '', kind: 'none', participants: 3 }
    ],
    participants: 10
  });
  return { outputs, walls: { 'prompt-role-card': laid(outputs.prompts[0]!.words) } };
}

/** A wall with these words on it. */
export function laid(words: readonly Word[]): WallPicture {
  const all = words.map((word) => ({ id: wallIdOf(word), text: word.text, count: word.count }));
  return { version: 1, seq: 1, face: 'caveat-brush', layout: wall(all), words: all };
}
