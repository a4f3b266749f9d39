/** What else the people of the project that is halfway answer. Years are those of what happened; every sentence is invented. */
import type { Fields } from '../../../src/lib/domain/kinds/kind.ts';
import type { Mark } from '../../../src/lib/domain/meeting/mark.ts';

const milestone = (years: string, text: string, explanation = ''): Fields => ({
  years,
  text,
  ...(explanation ? { explanation } : {})
});

export const MILESTONES: readonly Fields[] = [
  milestone(
    '1959-1975',
    'Stordatorer bakom låst dörr',
    'En vit rock och ett hålkort. Ingen frågade hur man gjorde.'
  ),
  milestone('1984', 'Den första datorn i skolans materialrum'),
  milestone('1994', 'Ledare byter sitt första mejl', 'Det blev en nyhet. I dag är det en tisdag.'),
  milestone('1998', 'Hem-pc på avbetalning', 'Min pappa lärde sig patiens och sedan deklarationen.'),
  milestone('1999', 'Bredband ritas på kartan för första gången'),
  milestone('2001-2007', 'Fiber till tätorten, inte till byn'),
  milestone('2003', 'Bank-id', 'Plötsligt fanns det en nyckel, och de som inte fick den.'),
  milestone('2004', 'Seniornät startar i bibliotekets källare'),
  milestone('2007', 'Telefonen får en skärm utan knappar'),
  milestone('2009', 'Vårdcentralen slutar svara före klockan nio'),
  milestone('2010', 'Digidel-kampanjer på biblioteken'),
  milestone('2011', 'Bank-id i mobilen'),
  milestone('2012', 'Swish', 'Loppisen slutade ta kontanter innan banken gjorde det.'),
  milestone('2013', 'Journalen på nätet'),
  milestone('2015', 'Språkkafé möter datastuga'),
  milestone('2016', 'Telefonkatalogen trycks för sista gången'),
  milestone('2018', 'Biljettkuren på torget tas bort'),
  milestone('2019', 'Lagen om tillgänglig digital service'),
  milestone('2020-2022', 'Allt flyttar ut på nätet', 'Också det som aldrig hade tänkt flytta.'),
  milestone('2021', 'Vaccintid, om du kan logga in'),
  milestone('2023', 'Biblioteket räknar: var tredje fråga är en inloggning'),
  milestone('2025', 'Regionerna frågar sig vems uppgift det är')
];

export const QUOTES: readonly (readonly [text: string, speaker: string, title?: string])[] = [
  ['Jag kan allt utom att börja.', 'Gudrun', 'besökare på biblioteket'],
  ['Vi digitaliserade kön, inte väntan.', 'me'],
  ['Den som ringer oss har redan gett upp en gång.', 'organisation'],
  ['Lösenordet sitter på en lapp under julgranen, det är alltid julgranen.', 'anonymous'],
  ['Det är inte hon som är utanför. Det är vi som har byggt utanför henne.', 'me'],
  ['Ingen har fått uppdraget, så alla har fått frågan.', 'me'],
  ['När bussbolaget bytte app förlorade vi en hel kör.', 'Sten', 'körledare'],
  ['Barnbarnet är landets största supportavdelning.', 'anonymous'],
  ['Vi mäter klick. Vi mäter aldrig dem som gick.', 'organisation'],
  ['En människa bredvid är det enda som alltid fungerar.', 'me']
];

export const DEFINITIONS: readonly Fields[] = [
  {
    text: 'Sammankallande',
    meaning: 'vi bjuder in, också när ingen har bett oss, och ser till att någon för anteckningar',
    examples: 'Kvartalsmöte med bibliotek, kommuner och banker',
    activities: 'Ett gemensamt årshjul'
  },
  {
    text: 'Kunskapsspridare',
    meaning: 'det som fungerar i en kommun når de andra inom en månad',
    examples: 'Studiebesök, en sida i taget, inga rapporter på åttio sidor'
  },
  {
    text: 'Finansiär',
    meaning: 'vi betalar det första året och säger redan från början hur det andra ska gå till',
    activities: 'Såddpengar till tolv bibliotek'
  },
  { text: 'Brobyggare', meaning: 'vi hittar den som redan sitter bredvid, och frågar vad som saknas' },
  {
    text: 'Pådrivare',
    meaning: 'vi ställer frågan vid varje upphandling: vem kan inte använda det här?',
    examples: 'Krav på telefonväg i nya tjänster'
  },
  { text: 'Utbildare', meaning: 'vår egen personal vågar säga: vi gör det tillsammans' }
];

const seen = (actorKind: string, actor: string, role: number, text: string): Fields => ({
  actorKind,
  actor,
  role: String(role),
  text
});

/** Asked at home by participants. */
export const SEEN: readonly Fields[] = [
  seen('municipality', 'Hällby kommun', 8, 'Ta ledningen, vi har inte folk till det.'),
  seen('municipality', 'Hällby kommun', 7, 'Vi vill ha ett ställe att ringa, inte tre.'),
  seen('municipality', 'Tornvik kommun', 9, 'Regionen är den enda som ser hela länet.'),
  seen('municipality', 'Tornvik kommun', 6, 'Gärna, om ni inte kommer med en ny plattform.'),
  seen('municipality', 'Brovallens kommun', 8, 'Vi gör jobbet om någon håller ihop det.'),
  seen('county-board', 'Länsstyrelsen i Älvmark', 0, 'Det där är ingen uppgift för en region.'),
  seen('county-board', 'Länsstyrelsen i Älvmark', 3, 'Tillsynen är vår, resten får ni gärna tala om.'),
  seen('county-board', 'Länsstyrelsen i Kustlanda', 9, 'Ett stort ansvar, ni når alla via vården.'),
  seen(
    'employment-service',
    'Arbetsförmedlingen',
    4,
    'Ni kunde göra mer för dem som söker jobb utan bank-id.'
  ),
  seen('employment-service', 'Arbetsförmedlingen', 2, 'Vi ser er mest på konferenser.'),
  seen(
    'civil-society',
    'Byalagens samorganisation',
    7,
    'Betala kaffet och lokalen, så löser vi människorna.'
  ),
  seen('civil-society', 'Seniornätet', 8, 'Vi är fyrtio ideella. Ni är en region.'),
  seen('civil-society', 'Seniornätet', 5, 'Sluta bjuda in oss på slutet.'),
  seen('university', 'Kustlanda universitet', 6, 'Ni har frågorna, vi har studenterna.'),
  seen('agency', 'Vatten- och markverket', 3, 'Svårt att veta vem av er man ska tala med.')
];

/** Through the links that participants passed on: the partner's place in `PARTNERS`, and whether it may be quoted. */
export const PARTNERS: readonly { name: string; kind: string }[] = [
  { name: 'Brovallens kommun', kind: 'municipality' },
  { name: 'Seniornätet', kind: 'civil-society' },
  { name: 'Arbetsförmedlingen i Kustlanda', kind: 'employment-service' }
];
export const SEEN_BY_PARTNERS: readonly { partner: number; fields: Fields; unquoted?: true }[] = [
  {
    partner: 0,
    fields: seen('municipality', 'Brovallens kommun', 9, 'Vi har ett rum och en person. Ni har räckvidden.')
  },
  {
    partner: 0,
    fields: seen('municipality', 'Brovallens kommun', 7, 'Börja med bussen. Alla problem sitter i bussen.')
  },
  {
    partner: 1,
    fields: seen('civil-society', 'Seniornätet', 9, 'Ring oss innan ni upphandlar, inte efter.')
  },
  {
    partner: 1,
    fields: seen('civil-society', 'Seniornätet', 2, 'Jag litar inte på att ni menar allvar.'),
    unquoted: true
  },
  {
    partner: 2,
    fields: seen(
      'employment-service',
      'Arbetsförmedlingen i Kustlanda',
      6,
      'Låt oss dela väntrum en dag i veckan.'
    )
  }
];

const actor = (text: string, actorKind: string, role = '', responsibility = '', meets = ''): Fields => ({
  text,
  actorKind,
  ...(role ? { role } : {}),
  ...(responsibility ? { responsibility } : {}),
  ...(meets ? { interface: meets } : {})
});

export const ACTORS: readonly Fields[] = [
  actor(
    'Folkbiblioteken',
    'municipality',
    'Hjälper den som kommer in',
    'Alla invånare enligt bibliotekslagen',
    'Kulturenheten'
  ),
  actor('Vårdcentralerna', 'region', 'Visar e-tjänsten i luckan', 'Patienten får sin tid', 'Vi själva'),
  actor('Länsstyrelsen', 'county-board', 'Följer bredbandet', 'Tillgång i hela länet', 'Regional utveckling'),
  actor('Seniornätet', 'civil-society', 'Datastugor', '', 'Ingen ännu'),
  actor('Kollektivtrafiken', 'region', 'Säljer biljetter i app', 'Resor för alla', 'Nämnden'),
  actor('Bankerna', 'other', 'Ger ut bank-id'),
  actor('Studieförbunden', 'civil-society', 'Kurser', 'Folkbildning', 'Kulturanslaget'),
  actor('Arbetsförmedlingen', 'employment-service', 'Kräver inloggning', 'Stöd till arbetssökande'),
  actor('Kommunernas kontaktcenter', 'municipality', 'Svarar i telefon', 'Kommunens egna tjänster'),
  actor('Kustlanda universitet', 'university', 'Forskar om utanförskap', '', 'Ett avtal'),
  actor('Språkkaféerna', 'civil-society', 'Hjälper på tolv språk', '', 'Vi möts sällan'),
  actor('Tillsynsmyndigheten', 'agency', '', 'Lagen om tillgänglig service')
];

export const CASES: readonly Fields[] = [
  {
    text: 'Bussen med människor i',
    explanation:
      'Varannan torsdag åker en av våra bussar med två medarbetare till torg där biblioteket har stängt. Kaffet är viktigare än skärmarna. Efter ett halvår kommer fler för att hjälpa än för att få hjälp.'
  },
  {
    text: 'En fråga i varje upphandling',
    explanation:
      'Vi lade till en enda rad: hur gör den som inte kan logga in? Tre leverantörer svarade med en telefon. En svarade med en bättre tjänst, och den köpte vi.'
  },
  {
    text: 'Väntrummet som övningsrum',
    explanation:
      'På två vårdcentraler sitter en person från studieförbundet i väntrummet på måndagar. Personalen trodde att det skulle störa. Nu ringer de om personen är sjuk.'
  }
];

/** The homework for the fourth meeting, half in. */
export const TRIED: readonly Fields[] = [
  {
    text: 'Vi ringde upp dem som slutade',
    explanation:
      'Fyrtio personer hade slutat använda e-tjänsten. Vi ringde. Hälften visste inte att de hade slutat, de hade bytt telefon.'
  },
  {
    text: 'Datastuga i personalmatsalen',
    explanation: 'Vår egen lokalvård fick en timme i veckan. Chefen satte sig längst bak, och frågade mest.'
  }
];

export const COMMITMENTS: readonly { fields: Fields; mark?: Mark }[] = [
  { fields: { text: 'Bjuda in biblioteken och bankerna till samma bord', by: '+30' }, mark: 'done' },
  {
    fields: { text: 'Skriva in frågan om telefonväg i inköpspolicyn', who: 'Inköpsenheten', by: '+60' },
    mark: 'begun'
  },
  { fields: { text: 'Prova väntrummet på två vårdcentraler', by: '+45' }, mark: 'begun' },
  { fields: { text: 'Räkna dem som inte loggar in, inte bara dem som gör det', by: '+90' } },
  { fields: { text: 'Ge Seniornätet en plats i styrgruppen', by: '+20' }, mark: 'done' },
  { fields: { text: 'Göra en karta över alla datastugor', who: 'Samira', by: '+50' } },
  { fields: { text: 'Lägga ned plattformen som ingen använder', by: '+70' }, mark: 'dropped' },
  { fields: { text: 'Åka med bussen en torsdag' }, mark: 'begun' }
];

export const ALTERNATIVES = [
  'Samordnare',
  'Möjliggörare',
  'Kunskapsspridare',
  'Finansiär',
  'Pådrivare',
  'Nätverksbyggare',
  'Brobyggare'
] as const;
