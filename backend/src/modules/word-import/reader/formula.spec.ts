import { describe, expect, it } from 'vitest';
import { paragraph, rawDocx } from '../../../../test/docx/raw-docx.js';
import { mathNodeSchema, type MathNode } from '../../../shared/math.js';
import { limits } from './limits.js';
import { readDocx } from './read-docx.js';

interface Formula {
  text: string;
  display: boolean;
  /** As MathML would write it, without attributes; null when it was not understood. */
  xml: string | null;
  root: MathNode | null;
}

function xmlOf({ tag, text = '', children = [] }: MathNode): string {
  return `<${tag}>${text}${children.map(xmlOf).join('')}</${tag}>`;
}

async function formulas(body: string): Promise<Formula[]> {
  const { paragraphs } = await readDocx(rawDocx({ body: paragraph(body) }));
  return paragraphs.flatMap(({ inlines }) =>
    inlines.flatMap((inline) => {
      if (inline.type !== 'text' || !inline.math) return [];
      const { root, display } = inline.math;
      return [{ text: inline.text, display, root, xml: root && xmlOf(root) }];
    }),
  );
}

async function formula(inside: string): Promise<Formula> {
  const [only] = await formulas(`<m:oMath>${inside}</m:oMath>`);
  if (!only) throw new Error('no formula');
  return only;
}

const r = (text: string, properties = ''): string =>
  `<m:r><m:rPr>${properties}</m:rPr><m:t>${text}</m:t></m:r>`;
const arg = (name: string, text: string): string => `<m:${name}>${r(text)}</m:${name}>`;
const e = arg('e', 'x');
const chr = (value: string): string => `<m:chr m:val="${value}"/>`;

const mi = '<mi>x</mi>';
const constructs: [name: string, omml: string, mathml: string, text: string][] = [
  [
    'a fraction',
    `<m:f>${arg('num', '1')}${arg('den', '2')}</m:f>`,
    '<mfrac><mn>1</mn><mn>2</mn></mfrac>',
    '1/2',
  ],
  [
    'a fraction on one line',
    `<m:f><m:fPr><m:type m:val="lin"/></m:fPr>${arg('num', '1')}${arg('den', '2')}</m:f>`,
    '<mrow><mn>1</mn><mo>/</mo><mn>2</mn></mrow>',
    '1/2',
  ],
  [
    'a fraction without a bar',
    `<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>${arg('num', 'n')}${arg('den', 'k')}</m:f>`,
    '<mfrac><mi>n</mi><mi>k</mi></mfrac>',
    'n¦k',
  ],
  ['a power', `<m:sSup>${e}${arg('sup', '2')}</m:sSup>`, `<msup>${mi}<mn>2</mn></msup>`, 'x^2'],
  ['an index', `<m:sSub>${e}${arg('sub', 'i')}</m:sSub>`, `<msub>${mi}<mi>i</mi></msub>`, 'x_i'],
  [
    'both',
    `<m:sSubSup>${e}${arg('sub', 'i')}${arg('sup', '2')}</m:sSubSup>`,
    `<msubsup>${mi}<mi>i</mi><mn>2</mn></msubsup>`,
    'x_i^2',
  ],
  [
    'scripts before',
    `<m:sPre>${arg('sub', '2')}${arg('sup', '4')}${e}</m:sPre>`,
    `<mmultiscripts>${mi}<mprescripts></mprescripts><mn>2</mn><mn>4</mn></mmultiscripts>`,
    '_2^4x',
  ],
  [
    'a square root',
    `<m:rad><m:radPr><m:degHide/></m:radPr><m:deg/>${e}</m:rad>`,
    `<msqrt>${mi}</msqrt>`,
    '√x',
  ],
  ['a cube root', `<m:rad>${arg('deg', '3')}${e}</m:rad>`, `<mroot>${mi}<mn>3</mn></mroot>`, '3√x'],
  [
    'a sum',
    `<m:nary><m:naryPr>${chr('∑')}</m:naryPr>${arg('sub', 'i')}${arg('sup', 'n')}${e}</m:nary>`,
    `<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>${mi}</mrow>`,
    '∑_i^n x',
  ],
  [
    'an integral',
    `<m:nary>${arg('sub', '0')}${arg('sup', '1')}${e}</m:nary>`,
    `<mrow><msubsup><mo>∫</mo><mn>0</mn><mn>1</mn></msubsup>${mi}</mrow>`,
    '∫_0^1 x',
  ],
  [
    'an integral without limits',
    `<m:nary><m:naryPr><m:subHide/><m:supHide/></m:naryPr><m:sub/><m:sup/>${e}</m:nary>`,
    `<mrow><mo>∫</mo>${mi}</mrow>`,
    '∫ x',
  ],
  [
    'brackets',
    `<m:d>${e}${arg('e', 'y')}</m:d>`,
    `<mrow><mo>(</mo>${mi}<mo>|</mo><mi>y</mi><mo>)</mo></mrow>`,
    '(x, y)',
  ],
  [
    'a brace on one side',
    `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>${e}</m:d>`,
    `<mrow><mo>{</mo>${mi}</mrow>`,
    '{x',
  ],
  [
    'a function',
    `<m:func><m:fName>${r('sin', '<m:sty m:val="p"/>')}</m:fName>${e}</m:func>`,
    `<mrow><mi>sin</mi><mo>\u2061</mo>${mi}</mrow>`,
    'sin x',
  ],
  [
    'a limit',
    `<m:limLow>${arg('e', 'a')}${arg('lim', 'b')}</m:limLow>`,
    '<munder><mi>a</mi><mi>b</mi></munder>',
    'a_b',
  ],
  [
    'a limit above',
    `<m:limUpp>${arg('e', 'a')}${arg('lim', 'b')}</m:limUpp>`,
    '<mover><mi>a</mi><mi>b</mi></mover>',
    'a^b',
  ],
  [
    'an accent',
    `<m:acc><m:accPr>${chr('\u20d7')}</m:accPr>${e}</m:acc>`,
    `<mover>${mi}<mo>→</mo></mover>`,
    'x\u20d7',
  ],
  [
    'a bar',
    `<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>${e}</m:bar>`,
    `<mover>${mi}<mo>¯</mo></mover>`,
    'x',
  ],
  ['a brace below', `<m:groupChr>${e}</m:groupChr>`, `<munder>${mi}<mo>⏟</mo></munder>`, 'x'],
  [
    'a matrix',
    `<m:m><m:mr>${e}${arg('e', '0')}</m:mr><m:mr>${arg('e', '1')}${e}</m:mr></m:m>`,
    `<mtable><mtr><mtd>${mi}</mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>1</mn></mtd><mtd>${mi}</mtd></mtr></mtable>`,
    '[x, 0; 1, x]',
  ],
  [
    'aligned equations',
    `<m:eqArr>${arg('e', 'x&amp;=1')}${arg('e', 'y&amp;=2')}</m:eqArr>`,
    `<mtable><mtr><mtd>${mi}</mtd><mtd><mo>=</mo><mn>1</mn></mtd></mtr><mtr><mtd><mi>y</mi></mtd><mtd><mo>=</mo><mn>2</mn></mtd></mtr></mtable>`,
    'x=1; y=2',
  ],
  ['a frame', `<m:borderBox>${e}</m:borderBox>`, `<menclose>${mi}</menclose>`, 'x'],
  ['a box', `<m:box>${e}</m:box>`, mi, 'x'],
  [
    'what is there but not seen',
    `${r('y')}<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr>${e}</m:phant>`,
    `<mrow><mi>y</mi><mphantom>${mi}</mphantom></mrow>`,
    'y',
  ],
];

describe('a formula', () => {
  it.each(constructs)(
    'with %s is a tree of MathML and a line of text',
    async (_, omml, xml, text) => {
      const read = await formula(omml);
      expect(read).toMatchObject({ xml, text });
      expect(mathNodeSchema.parse(read.root)).toEqual(read.root);
    },
  );

  it('sets letters, numbers and operators apart, as they are written', async () => {
    expect(await formula(r('2ab-1,5'))).toMatchObject({
      xml: '<mrow><mn>2</mn><mi>a</mi><mi>b</mi><mo>−</mo><mn>1,5</mn></mrow>',
    });
    expect(await formula(r('if x', '<m:nor/>'))).toMatchObject({ xml: '<mtext>if x</mtext>' });
    expect((await formula(r('R', '<m:scr m:val="double-struck"/>'))).xml).toBe('<mi>ℝ</mi>');
    expect((await formula(r('v', '<m:sty m:val="b"/>'))).root).toEqual({
      tag: 'mi',
      text: '𝐯',
      attributes: { mathvariant: 'normal' },
    });
  });

  it('leaves out what was deleted and takes in what was inserted', async () => {
    const changed = `<w:ins>${r('a')}</w:ins><w:del>${r('b')}</w:del>`;
    expect(await formula(changed)).toMatchObject({ xml: '<mi>a</mi>', text: 'a' });
  });

  it('of a paragraph of its own says so; several stand below each other', async () => {
    const one = `<m:oMath>${r('x')}</m:oMath>`;
    expect(await formulas(`<m:oMathPara>${one}</m:oMathPara>`)).toMatchObject([{ display: true }]);
    expect(await formulas(`<m:oMathPara>${one}${one}</m:oMathPara>`)).toMatchObject([
      {
        text: 'x; x',
        xml: `<mtable><mtr><mtd>${mi}</mtd></mtr><mtr><mtd>${mi}</mtd></mtr></mtable>`,
      },
    ]);
  });

  it.each([
    ['something unknown', '<m:novelty><m:e/></m:novelty>'],
    ['a picture', '<m:r><w:drawing/></m:r>'],
    ['more than anybody could read', r('x'.repeat(limits.formulaNodes + 1))],
    [
      'more layers than anybody could draw',
      `${'<m:d><m:e>'.repeat(100)}${r('x')}${'</m:e></m:d>'.repeat(100)}`,
    ],
  ])('with %s keeps its text alone', async (_, inside) => {
    const read = await formula(r('a') + inside);
    expect(read.root).toBeNull();
    expect(read.text).toMatch(/^a/);
  });

  it('whose settings are words of the programming language is read like any', async () => {
    const words = `<m:d><m:dPr>${chr('constructor')}</m:dPr>${e}</m:d><m:acc><m:accPr>${chr('constructor')}</m:accPr>${e}</m:acc>${r('a', '<m:scr m:val="constructor"/><m:sty m:val="__proto__"/>')}`;
    expect(mathNodeSchema.safeParse((await formula(words)).root).success).toBe(true);
  });
});
