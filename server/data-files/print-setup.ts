/** How the sheets of a workbook are printed: on A4, as wide as the page, each page with the sheet's head, name and number. */
import type { Feature, Image } from 'write-excel-file/node';
import type { Sheet } from '../../src/lib/domain/outputs/sheets/sheet.ts';

/** Letters in a row that a standing page takes; wider sheets lie. */
const STANDING = 100;
const A4 = 9;

export function printed(sheets: readonly Sheet[]): Feature<Image['content']> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace(/<worksheet\b[^>]*>/, `$&<sheetPr>${FIT}</sheetPr>`),
          insert: (_options, { sheetIndex }) => pageOf(sheets[sheetIndex]!)
        },
        'xl/workbook.xml': {
          transform: (xml) => named(xml, headsOf(sheets))
        }
      }
    }
  };
}

/** There may be one list of names alone. */
function named(xml: string, names: string): string {
  return xml.replace(/<definedNames\s*\/>/, '').replace('</sheets>', () => `</sheets>${names}`);
}

const FIT = '<pageSetUpPr fitToPage="1"/>';

function pageOf({ widths }: Sheet): string {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const orientation = width > STANDING ? 'landscape' : 'portrait';
  return [
    '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P (&amp;N)</oddFooter></headerFooter>'
  ].join('');
}

/** The head of each sheet, on each of its pages. */
function headsOf(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, head }, at) =>
    head > 0
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${reference(name)}!$1:$${head}</definedName>`
      : []
  );
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

function reference(name: string): string {
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `'${escaped.replaceAll("'", "''")}'`;
}
