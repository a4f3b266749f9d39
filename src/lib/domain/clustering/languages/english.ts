import { derivations, forms, list } from './language.ts';
import type { Language } from './language.ts';

const IRREGULAR = forms(`
  be: is are was were been being am; have: has had having; do: does did done doing; make: makes made making;
  give: gives gave given giving giver; get: gets got getting; take: takes took taken taking; go: goes went gone going;
  lead: leads led leading; teach: teaches taught teaching; build: builds built building; think: thinks thought;
  bring: brings brought; hold: holds held; find: finds found finder; keep: keeps kept keeper; tell: tells told teller;
  speak: speaks spoke spoken; write: writes wrote written writing writer; drive: drives drove driven driving driver;
  see: sees saw seen; say: says said; know: knows knew known; grow: grows grew grown; choose: chooses chose chosen;
  people: persons; analyze: analyse analysed analysing analyser; show: shows showed shown; meet: meets met
`);

export const english: Language = {
  code: 'en',
  stop: list(`
    the a an and or but that this these those who which what it its it's he she they them we us you i me my your our their his her one ones
    someone somebody somebody's something anyone everyone everything everybody some any all each every more most much many lot lots very really
    just also both only other others another than then there here so as is are was were be been being am will would can could should must may might
    do does did done to always often good great best better new big  into up out off down away ahead forward forwards along
    together if how when where why able etc
  `),
  negations: list("not no never non without don't doesn't isn't none stop avoid"),
  negating: ['non', 'mis', 'dis', 'un'],
  prepositions: list(
    'of for in to with between among on at by from about across through within towards toward over under against around'
  ),
  relatives: list('who that which where whose'),
  particles: new Map(),
  light: list(`
    be have do make give get take go let put act work serve function provide offer create help keep bring use run possible enable try want need carry set come ensure
  `),
  generic: list(`
    role function actor part person people individual work job task thing stuff way area kind type sort place issue matter activity service
    municipality region regional organisation organization authority society party local national public social
    interest need common active important key general overall strong force figure partner member staff
  `),
  irregular: IRREGULAR,
  derivations: [
    ...derivations(
      `
      er or ing ion > - e
      ation > e ate -
      ator > ate
      ment ance ence al age ant ent > - e
      ive ative > e ate ion -
      ce > se
      ysis yst ytic ytical > yse yze
      `,
      4
    ),
    ...derivations(
      `
      ist ship ness ism hood dom ful less > -
      ity > - e
      ary > - e
      ic ical > - e y
      y > -
      ly > -
      `,
      4
    )
  ],
  endings: [
    ['ers', 'er'],
    ['ors', 'or'],
    ['s', '']
  ],
  weakPrefixes: ['co'],
  spellings: [
    ['isation', 'ization'],
    ['ise', 'ize'],
    ['ising', 'izing'],
    ['yse', 'yze'],
    ['our', 'or'],
    ['centre', 'center'],
    ['programme', 'program'],
    ['elling', 'eling'],
    ['ellor', 'elor']
  ],
  prefixes: list('un re in de dis mis non pre co sub per con pro be for out up over under'),
  compounds: false,
  agent: /(?:er|or|ers|ors)$/,
  plainNoun: /(?:er|or|ist|ant|ian)$/,
  isVerb: () => true
};
