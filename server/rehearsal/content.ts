/** What the people of a rehearsal are called and write, by the language of the project's cards. Every line is invented. */
import type { CardLanguage } from '../../src/lib/domain/clustering/card-language.ts';
import type { Opinions } from '../crowd/finding.ts';
import type { CardLine, QuoteLine } from '../crowd/written.ts';

export interface Content {
  names: readonly string[];
  cards: readonly CardLine[];
  quotes: readonly QuoteLine[];
  notes: readonly string[];
  opinions: Opinions;
}

const swedish: Content = {
  names: [
    'Anna',
    'Jörgen',
    'Siv',
    'Mehmet',
    'Lena',
    'Åke',
    'Samira',
    'Per-Olov',
    'Ingrid',
    'Tomas',
    'Fatima',
    'Gunilla',
    'Anna',
    'Erik',
    'Birgitta',
    'Hassan',
    'Maj-Britt',
    'Elin',
    'Olle',
    'Katarzyna'
  ],
  cards: [
    ['Samordnare', 6, 'Ser till att vi inte gör samma sak på tre ställen.'],
    ['Möjliggörare', 4],
    ['Pådrivare', 4, 'Någon måste fråga en gång till.'],
    ['Kunskapsförmedlare', 3],
    ['Dörröppnare', 3],
    ['Koordinator', 3],
    ['Omvärldsbevakare', 2],
    ['Brobyggare', 2, 'Mellan dem som bestämmer och dem som gör.'],
    ['Rådgivare', 2],
    ['Finansiär', 2],
    ['Nav', 2],
    ['Motor', 1],
    ['Blåslampa', 1],
    ['Länk mellan kommunerna', 1],
    ['Nejsägare som påtalar brister', 1],
    ['Bromskloss', 1],
    ['Grindvakt', 1],
    ['Samhällsplaneringssamordnare', 1]
  ],
  quotes: [
    ['Vi träffas först när något redan har hänt.', 'me'],
    ['Alla väntar på att någon annan ska kalla till mötet.', 'me'],
    ['Hos oss står det i planen, men ingen minns vem som skrev den.', 'anonymous'],
    ['Säg vem jag ska ringa, så ringer jag i dag.', 'me'],
    ['Vi har pengarna men inte mandatet.', 'organisation'],
    ['Det som fungerar är sådant som någon brinner för.', 'Marianne', 'enhetschef'],
    ['Jag lärde mig mer på fikarasten än av rapporten.', 'me'],
    ['Vi frågar sällan dem som det handlar om.', 'me'],
    ['En gemensam lista vore en början.', 'organisation'],
    ['Det behövs inte fler projekt. Det behövs att vi håller ut.', 'Nils', 'verksamhetsutvecklare'],
    ['Hos er tog det en vecka. Hos oss tog det två år.', 'me'],
    ['Börja smått, men börja.', 'anonymous']
  ],
  notes: [
    'Bestäm vem som kallar nästa gång',
    'En gemensam kontaktlista',
    'Ta med en kollega till nästa träff',
    'Fråga invånarna innan vi bestämmer',
    'Kartlägg vad som redan görs',
    'Dela på en projektledare',
    'Berätta för cheferna vad vi har kommit fram till',
    'Skriv ned vem som ansvarar för vad',
    'Bjud in de ideella föreningarna tidigare',
    'Kortare möten, men oftare',
    'Prova i liten skala i två kommuner',
    'Använd de planer som finns',
    'Lär av dem som har lyckats',
    'En halv dag till med samma grupp',
    'Låt de unga vara med från början',
    'Följ upp efter sommaren',
    'Gemensam utbildning för handläggare',
    'Sluta skicka samma enkät tre gånger',
    'Ett årshjul som alla kan se',
    'Sätt av tid, inte bara pengar'
  ],
  opinions: {
    kin: [
      ['Samordnare', 'Koordinator', 'Nav'],
      ['Pådrivare', 'Motor', 'Blåslampa'],
      ['Brobyggare', 'Länk mellan kommunerna']
    ],
    contested: [['Bromskloss', 'Grindvakt']]
  }
};

const english: Content = {
  names: [
    'Anna',
    'George',
    'Sylvia',
    'Mehmet',
    'Helen',
    'Oscar',
    'Samira',
    'Patrick',
    'Ingrid',
    'Thomas',
    'Fatima',
    'Grace',
    'Anna',
    'Eric',
    'Beatrice',
    'Hassan',
    'Mary-Ann',
    'Ellen',
    'Oliver',
    'Katarzyna'
  ],
  cards: [
    ['Coordinator', 6, 'So that we do not do the same thing in three places.'],
    ['Enabler', 4],
    ['Driving force', 4, 'Somebody has to ask once more.'],
    ['Knowledge broker', 3],
    ['Door opener', 3],
    ['Organiser', 3],
    ['Lookout', 2],
    ['Bridge builder', 2, 'Between those who decide and those who do.'],
    ['Adviser', 2],
    ['Funder', 2],
    ['Hub', 2],
    ['Engine', 1],
    ['Pusher', 1],
    ['Link between municipalities', 1],
    ['The one who says no and tells why', 1],
    ['Brake', 1],
    ['Gatekeeper', 1],
    ['Community planning coordinator', 1]
  ],
  quotes: [
    ['We only meet once something has already happened.', 'me'],
    ['Everybody waits for somebody else to call the meeting.', 'me'],
    ['It is in our plan, but nobody remembers who wrote it.', 'anonymous'],
    ['Tell me whom to call, and I will call today.', 'me'],
    ['We have the money but not the mandate.', 'organisation'],
    ['What works is what somebody burns for.', 'Marianne', 'head of unit'],
    ['I learned more over coffee than from the report.', 'me'],
    ['We seldom ask those whom it is about.', 'me'],
    ['One list for all of us would be a start.', 'organisation'],
    ['We do not need more projects. We need to hold out.', 'Niall', 'development officer'],
    ['With you it took a week. With us it took two years.', 'me'],
    ['Start small, but start.', 'anonymous']
  ],
  notes: [
    'Decide who calls the next meeting',
    'One contact list for all of us',
    'Bring a colleague next time',
    'Ask the residents before we decide',
    'Map what is already being done',
    'Share one project manager',
    'Tell our managers what we have found',
    'Write down who answers for what',
    'Invite the voluntary organisations sooner',
    'Shorter meetings, but more often',
    'Try it on a small scale in two municipalities',
    'Use the plans that exist',
    'Learn from those who have succeeded',
    'Another half day with the same group',
    'Let the young take part from the start',
    'Follow up after the summer',
    'Joint training for case workers',
    'Stop sending the same survey three times',
    'A yearly calendar that all can see',
    'Set aside time, not only money'
  ],
  opinions: {
    kin: [
      ['Coordinator', 'Organiser', 'Hub'],
      ['Driving force', 'Engine', 'Pusher'],
      ['Bridge builder', 'Link between municipalities']
    ],
    contested: [['Brake', 'Gatekeeper']]
  }
};

export const CONTENT: Readonly<Record<CardLanguage, Content>> = { sv: swedish, en: english };
