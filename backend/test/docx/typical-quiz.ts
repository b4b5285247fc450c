import type { Buffer } from 'node:buffer';
import { png } from './images.js';
import { abstractList, level, list, listItem, paragraph, rawDocx, run } from './raw-docx.js';

const picture =
  '<w:r><w:drawing><wp:inline><wp:extent cx="1905000" cy="1428750"/><wp:docPr id="1" name="p"/>' +
  '<a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>' +
  '</wp:inline></w:drawing></w:r>';
const formula =
  '<m:oMath><m:f><m:num><m:r><m:t>a+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;

function questionXml(number: number): string {
  const stem = [
    run(`Question ${number} of an ordinary test: which value follows from the figures? `),
    ...(number % 3 === 0 ? [picture] : []),
    ...(number % 4 === 0 ? [formula] : []),
  ].join('');
  const options = ['the first one', 'the second one', 'the third one', 'the fourth one'];
  return [
    paragraph(stem, listItem(1)),
    ...(number % 5 === 0
      ? [
          table([
            ['x', '1', '2'],
            ['y', String(number), '7'],
          ]),
        ]
      : []),
    ...options.map((text, at) =>
      paragraph(
        run(`${text} of ${number}`, at === number % 4 ? '<w:b/>' : ''),
        listItem(number + 1),
      ),
    ),
    paragraph(`Answer: ${'ABCD'.charAt(number % 4)}`),
  ].join('');
}

/** As a teacher's test usually is: Word's own numbers and letters, pictures, formulas, small tables. */
export function typicalQuiz(questionCount: number): Buffer {
  const numbers = Array.from({ length: questionCount }, (_, index) => index + 1);
  return rawDocx({
    body: numbers.map(questionXml).join(''),
    numbering: [
      abstractList(0, level(0, 'decimal', '%1.')),
      abstractList(1, level(0, 'upperLetter', '%1.')),
      list(1, 0),
      ...numbers.map((number) =>
        list(
          number + 1,
          1,
          '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
        ),
      ),
    ].join(''),
    relationships: { rIdPicture: ['image', 'media/picture.png'] },
    extra: [{ name: 'word/media/picture.png', data: png(80, 60) }],
  });
}
