/** The four meetings of the project that stands between its third and its fourth, and who answers what. Invented. */
import { Chance } from '../../../src/lib/domain/chance.ts';
import type { Fields } from '../../../src/lib/domain/kinds/kind.ts';
import type { Mark } from '../../../src/lib/domain/meeting/mark.ts';
import { cards, quote } from '../../crowd/written.ts';
import type { DemoPrompt } from '../agenda.ts';
import {
  ACTORS,
  ALTERNATIVES,
  CASES,
  COMMITMENTS,
  DEFINITIONS,
  MILESTONES,
  QUOTES,
  SEEN,
  SEEN_BY_PARTNERS,
  TRIED
} from './answers.ts';
import { CALLED, SELVES, TAKEN } from './words.ts';

export const HALFWAY = {
  name: 'Alla är inte på nätet',
  question: 'Vilken roll har en region när allt ska göras på nätet, och alla inte är där?',
  about:
    'Fyra träffar med regioner, länsstyrelser, kommuner och civilsamhälle. Mellan träffarna frågar vi hemma. Det vi lär oss blir en skrift som nästa region kan börja med.',
  host: 'Region Kustlanda'
};

export interface HalfwayAnswer {
  fields: Fields;
  /** Through a partner's link, by its place in `PARTNERS`. */
  partner?: number;
  unquoted?: true;
  mark?: Mark;
}

export interface HalfwayStep {
  prompt: DemoPrompt;
  /** Days from the meeting's own, both whole. */
  home?: { from: number; until: number };
  answers: readonly HalfwayAnswer[];
  /** Of a vote: how many people vote. */
  voters?: number;
  /** It builds on the role cloud of the second meeting. */
  builds?: true;
  /** What the leader has written beside the answers, by what it is about. */
  summaries?: Readonly<Record<string, string>>;
}

export interface HalfwayMeeting {
  title: string;
  place: string;
  /** Days from today. */
  day: number;
  steps: readonly HalfwayStep[];
}

const chance = new Chance(11);
const all = (fields: readonly Fields[]): HalfwayAnswer[] => fields.map((one) => ({ fields: one }));
const dots = (title: string) =>
  ({
    kind: 'dots',
    title,
    instruction: 'Tre prickar var.',
    minutes: 10,
    vote: {
      about: null,
      choices: ALTERNATIVES.map((text, at) => ({ id: `choice-${at}-${title.length}`, text })),
      votes: 3,
      stack: false,
      low: '',
      high: ''
    }
  }) satisfies DemoPrompt;

const choice = (title: string) => {
  const { vote, ...step } = dots(title);
  return { ...step, kind: 'choice', instruction: 'Kryssa allt som stämmer.', vote: { ...vote, votes: 100 } };
};

export const MEETINGS: readonly HalfwayMeeting[] = [
  {
    title: 'Var kommer vi ifrån?',
    place: 'Ekvik',
    day: -150,
    steps: [
      {
        prompt: {
          kind: 'milestone',
          title: 'När flyttade samhället ut på nätet?',
          instruction: 'Ett årtal eller en period, och vad som hände.',
          minutes: 30
        },
        answers: all(MILESTONES)
      },
      {
        prompt: { kind: 'quote', title: 'Vad har du hört någon säga?', minutes: 20 },
        answers: all(QUOTES.slice(0, 6).map(quote))
      }
    ]
  },
  {
    title: 'Vem är du?',
    place: 'Tallbacken',
    day: -100,
    steps: [
      {
        prompt: {
          kind: 'role-card',
          title: 'Vilken roll har vi?',
          instruction: 'En roll på varje kort.',
          minutes: 25,
          hidden: true
        },
        answers: all(chance.shuffled(cards(SELVES, chance)))
      },
      {
        prompt: { kind: 'role-definition', title: 'Vad innebär rollerna?', minutes: 40 },
        answers: all(DEFINITIONS)
      },
      { prompt: dots('Vilka roller är viktigast?'), answers: [], voters: 40 },
      { prompt: choice('Vilka av rollerna har du i dag?'), answers: [], voters: 38 },
      { prompt: choice('Vilka vill du ha om ett år?'), answers: [], voters: 36 }
    ]
  },
  {
    title: 'Hur ser andra på oss?',
    place: 'Sjövik',
    day: -28,
    steps: [
      {
        prompt: {
          kind: 'perspective',
          title: 'Hur ser de på vår roll?',
          instruction: 'Fråga minst två hemma. Skriv det de sa, inte det du tror.'
        },
        home: { from: -40, until: -2 },
        answers: [...all(SEEN), ...SEEN_BY_PARTNERS],
        summaries: {
          municipality: 'Kommunerna vill att regionen håller ihop det, helst utan en ny plattform.',
          'county-board': 'Länsstyrelserna är oense: från ingen roll alls till ett stort ansvar.',
          'civil-society': 'Föreningarna vill vara med från början, och få kaffe och lokal betalda.'
        }
      },
      {
        prompt: { kind: 'role-card', title: 'Vad kallar de oss?', instruction: 'Med deras egna ord.' },
        home: { from: -40, until: -2 },
        answers: chance
          .shuffled(cards(CALLED, chance))
          .map((fields, at) => ({ fields, ...(at % 3 === 0 ? { partner: (at / 3) % 3 } : {}) }))
      },
      {
        prompt: { kind: 'actor', title: 'Vilka finns runt omkring oss?', minutes: 40 },
        answers: all(ACTORS)
      },
      { prompt: { kind: 'case', title: 'Så gör vi', minutes: 45 }, answers: all(CASES) },
      {
        prompt: { kind: 'quote', title: 'Vad sa någon som fastnade?', minutes: 15 },
        answers: all(QUOTES.slice(6).map(quote))
      },
      {
        prompt: { kind: 'commitment', title: 'Vad gör du till nästa gång?', minutes: 20 },
        answers: COMMITMENTS
      }
    ]
  },
  {
    title: 'Vad har vi lärt oss?',
    place: 'Åsbyn',
    day: 21,
    steps: [
      { prompt: { kind: 'last-time', title: 'Vad har hänt sedan sist?', minutes: 15 }, answers: [] },
      {
        builds: true,
        prompt: {
          kind: 'role-card',
          title: 'Vilken roll har du tagit sedan sist?',
          instruction: 'Den du tog, inte den du tänkte ta.'
        },
        home: { from: -35, until: -1 },
        answers: all(chance.shuffled(cards(TAKEN, chance)))
      },
      {
        prompt: { kind: 'case', title: 'Vad har ni provat hemma?', instruction: 'Också det som inte gick.' },
        home: { from: -35, until: -1 },
        answers: all(TRIED)
      },
      {
        prompt: { kind: 'sticky-note', title: 'Vad tar du med dig?', minutes: 40 },
        answers: []
      },
      { prompt: { kind: 'commitment', title: 'Vad gör du nu?', minutes: 30 }, answers: [] }
    ]
  }
];
