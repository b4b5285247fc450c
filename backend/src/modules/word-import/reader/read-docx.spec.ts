import { describe, expect, it } from 'vitest';
import { docxEntries, paragraph, rawDocx, run } from '../../../../test/docx/raw-docx.js';
import { buildZip } from '../../../../test/docx/zip-builder.js';
import type { DocumentParagraph } from '../domain/source-document.js';
import { readDocx } from './read-docx.js';

const textOf = ({ inlines }: DocumentParagraph): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : `[${inline.type}]`)).join('');

async function read(body: string, styles?: string): Promise<DocumentParagraph[]> {
  return (await readDocx(rawDocx({ body, styles }))).paragraphs;
}

async function texts(body: string): Promise<string[]> {
  return (await read(body)).map(textOf);
}

async function firstFormat(body: string, styles?: string) {
  const [first] = await read(body, styles);
  const text = first?.inlines.find((inline) => inline.type === 'text');
  return text?.type === 'text' ? text.format : undefined;
}

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText><w:t>hidden</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('the text of a document', () => {
  it('keeps runs, tabs, soft breaks and no-break hyphens in order', async () => {
    const body = paragraph(
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>',
    );
    expect(await texts(body)).toEqual(['a[tab]b[break]c-d']);
  });

  it('shows the result of a field and not its instruction', async () => {
    expect(await texts(paragraph(field('PAGE', '7')))).toEqual(['7']);
  });

  it('shows the result of a field within a field, and none of a field without', async () => {
    const inner = field('PAGE', '7');
    const outer = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${inner}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await texts(paragraph(outer))).toEqual(['shown']);
  });

  it('reads on in the next paragraph when a field was never ended', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    expect(await texts(paragraph(begin + run('gone')) + paragraph('read'))).toEqual(['', 'read']);
  });

  it('shows form fields by their state: check boxes and lists', async () => {
    const form = (data: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = (state: string): string => form(`<w:checkBox>${state}</w:checkBox>`);
    const list = form(
      '<w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList>',
    );
    const body = paragraph(
      box('<w:checked/>') + box('<w:default w:val="1"/><w:checked w:val="0"/>') + list,
    );
    expect(await texts(body)).toEqual(['☒☐yes']);
  });

  it('shows check boxes of content controls by their state', async () => {
    const box = (checked: number): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('?')}</w:sdtContent></w:sdt>`;
    expect(await texts(paragraph(box(1) + box(0) + run(' yes')))).toEqual(['☒☐ yes']);
  });

  it('takes inserted text in and leaves deleted text out', async () => {
    const body = paragraph(
      `${run('a')}<w:ins>${run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del><w:moveFrom>${run('d')}</w:moveFrom>`,
    );
    expect(await texts(body)).toEqual(['ab']);
  });

  it('joins a paragraph whose end was deleted with the next one', async () => {
    const body = paragraph('first ', '<w:rPr><w:del/></w:rPr>') + paragraph('second');
    expect(await texts(body)).toEqual(['first second']);
  });

  it('reads what is inside hyperlinks, content controls and smart tags', async () => {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph(
      `<w:hyperlink r:id="r1">${run('link')}</w:hyperlink><w:smartTag>${run(' tag')}</w:smartTag>`,
    )}</w:sdtContent></w:sdt>`;
    expect(await texts(body)).toEqual(['link tag']);
  });

  it('reads only one of two alternatives that say the same', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="x">${run('new')}</mc:Choice><mc:Fallback>${run('old')}</mc:Fallback></mc:AlternateContent>`;
    expect(await texts(paragraph(both))).toEqual(['new']);
  });

  it('reads the text of a text box after the paragraph it hangs on', async () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('inside')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(await texts(paragraph(run('outside') + box) + paragraph('after'))).toEqual([
      'outside',
      'inside',
      'after',
    ]);
  });

  it('shows symbols of Wingdings and Symbol fonts as their characters', async () => {
    const body = paragraph(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F061"/></w:r>',
    );
    expect(await texts(body)).toEqual(['☑α']);
  });

  it('shows letters set in a symbol font as the signs they look like', async () => {
    const set = (font: string, text: string): string =>
      run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
    const symbol = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SYMBOL 252 \\f Wingdings \\s 12 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = paragraph(
      set('Wingdings', 'o\uf0fe') + set('Symbol', 'ab\uf0b3') + set('Arial', 'o') + symbol,
    );
    expect(await texts(body)).toEqual(['☐☑αβ≥o✓']);
  });

  it('keeps a formula as MathML elements beside one line of plain text', async () => {
    const power =
      '<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>';
    const fraction = `<m:f><m:num>${power}</m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>`;
    const [only] = await read(paragraph(`<m:oMath>${fraction}</m:oMath>`));
    const x = { tag: 'mi', text: 'x' };
    const two = { tag: 'mn', text: '2' };
    const root = { tag: 'mfrac', children: [{ tag: 'msup', children: [x, two] }, two] };
    expect(only?.inlines).toMatchObject([{ type: 'text', text: '(x^2)/2', math: { root } }]);
  });

  it('knows where in a table each paragraph stands', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}</w:tr></w:tbl>`;
    expect((await read(body)).map(({ place }) => place)).toEqual([
      { table: 0, row: 0, column: 0 },
      { table: 0, row: 0, column: 1 },
      { table: 0, row: 1, column: 0 },
    ]);
  });

  it('counts the columns that wide cells of a table take up, but not edges moved by hand', async () => {
    const cell = (text: string, span = 1): string =>
      `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(text)}</w:tc>`;
    const row = (cells: string, before = 0): string =>
      `<w:tr><w:trPr><w:gridBefore w:val="${before}"/></w:trPr>${cells}</w:tr>`;
    const columns = async (rows: string): Promise<unknown[]> =>
      (await read(`<w:tbl>${rows}</w:tbl>`)).map(({ place }) => place?.column);

    const data = row(cell('a') + cell('b') + cell('c'));
    expect(await columns(row(cell('wide', 2) + cell('last')) + data)).toEqual([0, 2, 0, 1, 2]);
    expect(await columns(data + row(cell('later'), 2))).toEqual([0, 1, 2, 2]);
    const moved = row(cell('a', 2) + cell('b')) + row(cell('c') + cell('d', 2));
    expect(await columns(moved)).toEqual([0, 1, 0, 1]);
    expect(await columns(row(cell('a', 999_999) + cell('b')) + data)).toEqual([0, 1, 0, 1, 2]);
  });

  it('shows the raised number of a note where it stands, and its text on a line below', async () => {
    const notes = (kind: string, text: string): string =>
      `<?xml version="1.0"?><w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:type="separator" w:id="0"><w:p/></w:${kind}><w:${kind} w:id="1">${paragraph(text)}${paragraph('more')}</w:${kind}></w:${kind}s>`;
    const reference = (kind: string): string => `<w:r><w:${kind}Reference w:id="1"/></w:r>`;
    const bytes = rawDocx({
      body: paragraph(run('Which') + reference('footnote') + run(' one') + reference('endnote')),
      relationships: { f: ['footnotes', 'footnotes.xml'], e: ['endnotes', 'endnotes.xml'] },
      extra: [
        { name: 'word/footnotes.xml', data: notes('footnote', 'below') },
        { name: 'word/endnotes.xml', data: notes('endnote', 'at the end') },
      ],
    });
    expect((await readDocx(bytes)).paragraphs.map(textOf)).toEqual([
      'Which¹ one²[break]¹ below[break]more[break]² at the end[break]more',
    ]);
  });

  it('reads the base of annotated words (ruby)', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('kan')}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby></w:r>`;
    expect(await texts(paragraph(ruby + run('字')))).toEqual(['漢字']);
  });

  it('joins a large first letter with the paragraph it begins', async () => {
    const body = paragraph('O', '<w:framePr w:dropCap="drop"/>') + paragraph('nce upon a time');
    expect(await texts(body)).toEqual(['Once upon a time']);
  });

  it('loses nothing of a last paragraph whose end was deleted', async () => {
    const deleted = paragraph('last', '<w:rPr><w:del/></w:rPr>');
    const cell = `<w:tbl><w:tr><w:tc>${deleted}</w:tc></w:tr></w:tbl>`;
    expect(await texts(cell + deleted)).toEqual(['last', 'last']);
  });

  it('begins a new line where a page or column ends', async () => {
    const body = paragraph(
      '<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t><w:br w:type="column"/><w:t>c</w:t></w:r>',
    );
    expect(await texts(body)).toEqual(['a[break]b[break]c']);
  });

  it('keeps Arabic and Hebrew in the order they are written', async () => {
    const body = paragraph(
      `<w:bdo w:val="rtl">${run('ما')}</w:bdo><w:dir w:val="rtl">${run(' هي', '<w:rtl/>')}</w:dir>`,
      '<w:bidi/>',
    );
    expect(await texts(body)).toEqual(['ما هي']);
  });

  it('leaves comments, bookmarks and soft hyphens out', async () => {
    const body = paragraph(
      `<w:bookmarkStart w:id="1" w:name="x"/><w:commentRangeStart w:id="2"/>${run('in')}<w:r><w:softHyphen/><w:commentReference w:id="2"/></w:r>${run('side')}<w:bookmarkEnd w:id="1"/>`,
    );
    expect(await texts(body)).toEqual(['inside']);
  });

  it('says where another document is put in, which it does not read', async () => {
    const body = `${paragraph('a')}<w:altChunk r:id="x"/>${paragraph('b')}`;
    expect((await readDocx(rawDocx({ body }))).omissions).toEqual([1]);
  });

  it('reads every body of a document that has several', async () => {
    const entries = docxEntries({ body: paragraph('one') }).map((entry) => ({
      ...entry,
      data: String(entry.data).replace(
        '</w:body>',
        `</w:body><w:body>${paragraph('two')}</w:body>`,
      ),
    }));
    expect((await readDocx(buildZip(entries))).paragraphs.map(textOf)).toEqual(['one', 'two']);
  });

  it('finds the main part by its relationship, whatever it is called', async () => {
    const bytes = rawDocx({ body: paragraph('here'), mainPart: 'word/document2.xml' });
    expect((await readDocx(bytes)).paragraphs.map(textOf)).toEqual(['here']);
  });

  it('reads documents in the strict form of the standard', async () => {
    const entries = docxEntries({ body: paragraph('strict') }).map((entry) => ({
      ...entry,
      data: String(entry.data)
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
          'http://purl.oclc.org/ooxml/officeDocument/relationships/',
        ),
    }));
    expect((await readDocx(buildZip(entries))).paragraphs.map(textOf)).toEqual(['strict']);
  });
});

describe('the looks of a run', () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="112233"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/><w:rPr><w:i/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>`;

  it('comes from defaults, paragraph style with all it is based on, character style and the run itself', async () => {
    const body = paragraph(
      run('x', '<w:rStyle w:val="Strong"/><w:strike/>'),
      '<w:pStyle w:val="Child"/>',
    );
    expect(await firstFormat(body, styles)).toMatchObject({
      bold: true,
      italic: true,
      underline: true,
      strike: true,
      colour: '112233',
    });
  });

  it('can be switched off by the run', async () => {
    const body = paragraph(run('x', '<w:b w:val="0"/>'), '<w:pStyle w:val="Base"/>');
    expect(await firstFormat(body, styles)).toMatchObject({ bold: false });
  });

  it('is plain where a bold style of letters meets a bold style of paragraphs', async () => {
    const strong =
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const body = paragraph(run('x', '<w:rStyle w:val="Strong"/>'), '<w:pStyle w:val="Base"/>');
    const both = styles.replace(/<w:style w:type="character".*$/, strong);
    expect(await firstFormat(body, both)).toMatchObject({ bold: false });
    expect(
      await firstFormat(paragraph(run('x', '<w:rStyle w:val="Strong"/>')), both),
    ).toMatchObject({ bold: true });
  });

  it('is not that of a link: a link is the text it is', async () => {
    const link =
      '<w:style w:type="character" w:styleId="L"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/><w:color w:val="0000FF"/></w:rPr></w:style>';
    const body = paragraph(`<w:hyperlink>${run('x', '<w:rStyle w:val="L"/>')}</w:hyperlink>`);
    expect(await firstFormat(body, link)).toMatchObject({ underline: false, colour: null });
  });

  it('has the shading of its paragraph', async () => {
    const body = paragraph('x', '<w:shd w:val="clear" w:fill="00FF00"/>');
    expect(await firstFormat(body)).toMatchObject({ highlight: '00ff00' });
  });

  it('stays that of program code when only the font of other alphabets is named', async () => {
    const mono =
      '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="M"/><w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr></w:style>';
    const body = paragraph(run('x', '<w:rFonts w:eastAsia="SimSun"/>'), '<w:pStyle w:val="M"/>');
    expect(await firstFormat(body, mono)).toMatchObject({ code: true });
  });

  it('is not underlined by an underline that has only a colour', async () => {
    const body = paragraph(run('x', '<w:u w:color="000000"/>'));
    expect(await firstFormat(body)).toMatchObject({ underline: false });
  });

  it('has a highlight by marker or by shading, and none by white shading', async () => {
    const shaded = (properties: string) => firstFormat(paragraph(run('x', properties)));
    expect(await shaded('<w:highlight w:val="yellow"/>')).toMatchObject({ highlight: 'yellow' });
    expect(await shaded('<w:shd w:val="clear" w:fill="FFFF00"/>')).toMatchObject({
      highlight: 'ffff00',
    });
    expect(await shaded('<w:shd w:val="clear" w:fill="FFFFFF"/>')).toMatchObject({
      highlight: null,
    });
  });

  it('survives styles that are based on each other in a circle', async () => {
    const circle = `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
    const body = paragraph('x', '<w:pStyle w:val="B"/>');
    expect(await firstFormat(body, circle)).toMatchObject({ bold: true });
  });
});
