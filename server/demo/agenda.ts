/** The four meetings of the demo: titles, places and what is asked. Invented, like everything in it. */
import type { CommandData } from '../../src/lib/domain/meeting/commands.ts';

export const PROJECT = {
  name: 'Mat när det krånglar',
  question: 'Vilken roll har en region när maten tar slut, och ingen har gett den någon?',
  host: 'Region Älvmark'
};

export type DemoPrompt = Omit<CommandData<'AddPrompt'>, 'prompt' | 'index'>;

export interface DemoMeeting {
  title: string;
  place: string;
  /** Days from today. */
  day: number;
  prompts: readonly DemoPrompt[];
}

export const MEETINGS: readonly DemoMeeting[] = [
  {
    title: 'Var kommer vi ifrån?',
    place: 'Tallbacken',
    day: -70,
    prompts: [
      {
        kind: 'sticky-note',
        title: 'Vad minns du av mat och kris?',
        instruction: 'Ett årtal och en mening. Det får vara ditt eget minne eller någon annans.',
        minutes: 30,
        pledge: 'named'
      },
      {
        kind: 'quote',
        title: 'Vad sa någon som fastnade?',
        instruction: 'Skriv ned det så ordagrant du kan.',
        minutes: 20,
        pledge: 'named'
      }
    ]
  },
  {
    title: 'Vem är du?',
    place: 'Ekvik',
    day: -35,
    prompts: [
      {
        kind: 'role-card',
        title: 'Vem är du när maten tar slut?',
        instruction: 'Vilken roll har din organisation? Ett eller ett par ord, en roll på varje kort.',
        minutes: 25,
        pledge: 'named',
        hidden: true,
        perPerson: 5
      },
      {
        kind: 'quote',
        title: 'Vad hörde du vid bordet?',
        instruction: 'Något som du vill att alla ska få höra.',
        minutes: 30,
        pledge: 'organisation'
      },
      {
        kind: 'sticky-note',
        title: 'Vad kan vi börja med?',
        instruction: 'En sak på varje lapp. Hellre liten och snart än stor och sedan.',
        minutes: 40,
        pledge: 'named'
      }
    ]
  },
  {
    title: 'Hur ser andra på oss?',
    place: 'Åsbyn',
    day: 0,
    prompts: [
      {
        kind: 'role-card',
        title: 'Vad kallar andra vår roll?',
        instruction: 'Du har frågat hemma. Skriv vad de svarade, en roll på varje kort.',
        minutes: 25,
        pledge: 'named',
        perPerson: 5
      },
      {
        kind: 'quote',
        title: 'Vad sa de, ord för ord?',
        instruction: 'Ett citat från någon som du har frågat. Namn bara om personen har sagt ja.',
        minutes: 30,
        pledge: 'organisation'
      },
      {
        kind: 'sticky-note',
        title: 'Vad förvånade dig?',
        instruction: 'Det som du inte hade väntat dig att höra.',
        minutes: 25,
        pledge: 'anonymous',
        hidden: true
      }
    ]
  },
  {
    title: 'Vad har vi lärt oss?',
    place: 'Sjövik',
    day: 35,
    prompts: [
      {
        kind: 'sticky-note',
        title: 'Vad tar du med dig hem?',
        instruction: 'En lärdom på varje lapp.',
        minutes: 40,
        pledge: 'named'
      },
      {
        kind: 'sticky-note',
        title: 'Vad gör du härnäst?',
        instruction: 'Vem, vad och när.',
        minutes: 30,
        pledge: 'named'
      }
    ]
  }
];
