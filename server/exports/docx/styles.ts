/** The styles of a DOCX: those that Word knows by name, so that whoever goes on writing finds them, and a few of our own. */
import { AlignmentType, LevelFormat, LineRuleType } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import { INKS } from '../inks.ts';
import { LOCALES } from '../locales.ts';
import { fontFile } from '../pdf/typefaces.ts';

export const LETTERING = { title: 'Caveat Brush', quote: 'Patrick Hand' } as const;
/** Everybody who has Word has it; elsewhere something as wide stands in for it. */
const TEXT_FONT = 'Calibri';

/** Word counts sizes in half points, distances in twentieths. */
const size = (points: number) => points * 2;
const space = (points: number) => points * 20;
const colour = (ink: string) => ink.slice(1);

/** Ids of styles that paragraphs name. */
export const STYLE = {
  subtitle: 'Subtitle',
  lead: 'Lead',
  quiet: 'Quiet',
  quote: 'Quote',
  speaker: 'Speaker',
  cited: 'Cited',
  figure: 'Figure',
  cell: 'Cell',
  columnHead: 'ColumnHead',
  caption: 'Caption',
  contents: 'ContentsHeading'
} as const;

export function stylesIn(language: 'sv' | 'en'): IStylesOptions {
  const quiet = { size: size(9), color: colour(INKS.quiet) };
  const heading = (points: number, before: number) => ({
    run: { size: size(points), bold: true, color: colour(INKS.ink), font: TEXT_FONT },
    paragraph: { spacing: { before: space(before), after: space(4) }, keepNext: true, keepLines: true }
  });
  const names = language === 'sv' ? SWEDISH : ENGLISH;
  const based = { basedOn: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: {
          font: TEXT_FONT,
          size: size(11),
          color: colour(INKS.ink),
          language: { value: LOCALES[language] }
        },
        paragraph: { spacing: { after: space(6), line: 276, lineRule: LineRuleType.AUTO } }
      },
      title: {
        run: { font: LETTERING.title, size: size(36), color: colour(INKS.ink) },
        paragraph: { spacing: { after: space(6) }, keepNext: true }
      },
      heading1: heading(18, 24),
      heading2: heading(13, 16),
      heading3: heading(11, 12),
      caption: {
        run: { ...quiet, italics: false, bold: false },
        paragraph: { spacing: { before: space(4) } }
      },
      hyperlink: { run: { color: colour(INKS.ink), underline: {} } }
    },
    paragraphStyles: [
      {
        ...based,
        id: STYLE.subtitle,
        name: 'Subtitle',
        run: { size: size(13) },
        paragraph: { spacing: { after: space(12) } }
      },
      { ...based, id: STYLE.lead, name: names.lead, run: { size: size(13) } },
      {
        ...based,
        id: STYLE.quiet,
        name: names.quiet,
        run: quiet,
        paragraph: { spacing: { after: space(2) } }
      },
      {
        ...based,
        id: STYLE.quote,
        name: 'Quote',
        run: { font: LETTERING.quote, size: size(15) },
        paragraph: {
          indent: { left: space(18) },
          spacing: { before: space(10), after: space(2), line: 240, lineRule: LineRuleType.AUTO },
          keepNext: true,
          keepLines: true
        }
      },
      {
        ...based,
        id: STYLE.speaker,
        name: names.speaker,
        run: quiet,
        paragraph: { indent: { left: space(18) }, spacing: { after: space(10) } }
      },
      {
        ...based,
        id: STYLE.cited,
        name: names.cited,
        paragraph: {
          indent: { left: space(18) },
          border: { left: { style: 'single', size: 12, space: 8, color: colour(INKS.line) } }
        }
      },
      {
        ...based,
        id: STYLE.figure,
        name: names.figure,
        // A picture is a line as high as it is: no more room belongs to that.
        paragraph: { spacing: { before: space(6), after: space(4), line: 240, lineRule: LineRuleType.AUTO } }
      },
      {
        ...based,
        id: STYLE.cell,
        name: names.cell,
        run: { size: size(10) },
        paragraph: { spacing: { before: space(2), after: space(2), line: 250, lineRule: LineRuleType.AUTO } }
      },
      {
        ...based,
        id: STYLE.columnHead,
        name: names.columnHead,
        run: quiet,
        paragraph: { spacing: { before: space(2), after: space(2) }, keepNext: true }
      },
      {
        ...based,
        id: STYLE.contents,
        name: names.contents,
        run: { bold: true },
        paragraph: { spacing: { before: space(12) }, keepNext: true }
      }
    ]
  };
}

const SWEDISH = {
  lead: 'Ingress',
  quiet: 'Fakta',
  speaker: 'Sagt av',
  cited: 'Utdrag',
  figure: 'Bild',
  cell: 'Tabelltext',
  columnHead: 'Kolumnrubrik',
  contents: 'Innehållsrubrik'
};
const ENGLISH: typeof SWEDISH = {
  lead: 'Lead',
  quiet: 'Facts',
  speaker: 'Said by',
  cited: 'Excerpt',
  figure: 'Picture',
  cell: 'Table text',
  columnHead: 'Column heading',
  contents: 'Contents heading'
};

export const LIST = { numbers: 'numbers', bullets: 'bullets' } as const;
/** Word knows nine levels. */
export const DEEPEST = 8;

export function numbering(): INumberingOptions {
  const levels = (format: 'decimal' | 'bullet', text: (level: number) => string) =>
    Array.from({ length: DEEPEST + 1 }, (_, level) => ({
      level,
      format: format === 'decimal' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
      text: text(level),
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: indentAt(level), hanging: space(18) } } }
    }));
  return {
    config: [
      { reference: LIST.numbers, levels: levels('decimal', (level) => `%${level + 1}.`) },
      { reference: LIST.bullets, levels: levels('bullet', (level) => (level % 2 ? '–' : '•')) }
    ]
  };
}

/** Where the text of a list's items stands. */
export function indentAt(level: number): number {
  return space(18) * (level + 1);
}

/** The hands, for whoever does not have them: they lie in the file. */
export function embeddedFonts(): { name: string; data: Buffer }[] {
  return [
    { name: LETTERING.title, data: fontFile('caveat-brush-latin-400-normal') },
    { name: LETTERING.quote, data: fontFile('patrick-hand-latin-400-normal') }
  ];
}
