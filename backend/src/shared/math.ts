import { z } from 'zod';

/** The elements of MathML Core a formula is made of, and `menclose` for its frames. */
const mathTagSchema = z.enum([
  'mrow',
  'mi',
  'mn',
  'mo',
  'mtext',
  'mfrac',
  'msqrt',
  'mroot',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mmultiscripts',
  'mprescripts',
  'mtable',
  'mtr',
  'mtd',
  'mphantom',
  'menclose',
]);

/** All that a formula's element may say: there is no room for styles, links or handlers. */
const mathAttributesSchema = z.strictObject({
  /** Of `mi`: upright although it is a single letter. */
  mathvariant: z.literal('normal').optional(),
  /** Of `mfrac`: without its bar, as in a binomial coefficient. */
  linethickness: z.literal('0').optional(),
  /** Of `mo`. */
  stretchy: z.boolean().optional(),
  largeop: z.boolean().optional(),
  movablelimits: z.boolean().optional(),
  /** Of `mover` and `munder`. */
  accent: z.boolean().optional(),
  accentunder: z.boolean().optional(),
  /** Of `mtable`: how its cells are set; `equations` means right and left by turns. */
  columnalign: z.enum(['left', 'center', 'right', 'equations']).optional(),
  /** Of `menclose`: the sides and strokes of the frame. */
  notation: z
    .array(
      z.enum([
        'top',
        'bottom',
        'left',
        'right',
        'horizontalstrike',
        'verticalstrike',
        'updiagonalstrike',
        'downdiagonalstrike',
      ]),
    )
    .optional(),
});
export type MathAttributes = z.infer<typeof mathAttributesSchema>;

/** An element of a formula: a token with `text`, or a layout with `children` in the order of MathML. */
export const mathNodeSchema = z
  .strictObject({
    tag: mathTagSchema,
    text: z.string().optional(),
    attributes: mathAttributesSchema.optional(),
    get children() {
      return z.array(mathNodeSchema).optional();
    },
  })
  .meta({ id: 'MathNode' });
export type MathNode = z.infer<typeof mathNodeSchema>;
