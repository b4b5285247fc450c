import type { ContentParagraph, RichContent } from '../../../lib/api/generated/types.gen';

type Inline = ContentParagraph['children'][number];
type Marks = Extract<Inline, { type: 'text' }>['marks'];

/** Content letter by letter, so that what one types can be laid over what was there. */
type Atom =
  | { kind: 'letter'; letter: string; marks: Marks }
  /** A picture or a formula. */
  | { kind: 'object'; inline: Inline }
  | { kind: 'break' }
  | { kind: 'paragraph' };

/** Stands for a picture or a formula in the text that is edited. */
export const OBJECT = '\uFFFC';

/** Content as text to be edited; null for what holds a table, which has no place in a text field. */
export function editableText(content: RichContent): string | null {
  if (content.some(({ type }) => type === 'table')) return null;
  return atomsOf(content).map(shown).join('');
}

/**
 * The content once its text was edited: marks, pictures, formulas and line breaks stay where nothing was
 * changed, and what is typed anew looks like what stands before it.
 */
export function withText(content: RichContent, text: string): RichContent {
  const before = atomsOf(content);
  const after = Array.from(text);
  const start = alike(before, after, 0);
  const most = Math.min(before.length, after.length) - start;
  const end = Math.min(alike(before.toReversed(), after.toReversed(), 0), most);
  const replaced = before.slice(start, before.length - end);
  const typed = after.slice(start, after.length - end);
  return contentOf([
    ...before.slice(0, start),
    ...typedAtoms(typed, replaced, marksAt(before, start)),
    ...before.slice(before.length - end),
  ]);
}

function atomsOf(content: RichContent): Atom[] {
  return content.flatMap((block, index): Atom[] => {
    const atoms = block.type === 'paragraph' ? block.children.flatMap(inlineAtoms) : [];
    return index === 0 ? atoms : [{ kind: 'paragraph' }, ...atoms];
  });
}

function inlineAtoms(inline: Inline): Atom[] {
  if (inline.type === 'break') return [{ kind: 'break' }];
  if (inline.type !== 'text') return [{ kind: 'object', inline }];
  const { marks } = inline;
  return Array.from(inline.text, (letter) => ({ kind: 'letter', letter, marks }));
}

function shown(atom: Atom): string {
  if (atom.kind === 'letter') return atom.letter;
  return atom.kind === 'object' ? OBJECT : '\n';
}

/** How many letters from `index` on are the same. */
function alike(before: readonly Atom[], after: readonly string[], index: number): number {
  let at = index;
  for (const atom of before) {
    if (shown(atom) !== after[at]) break;
    at += 1;
  }
  return at - index;
}

function marksAt(atoms: readonly Atom[], end: number): Marks {
  const last = atoms[end - 1];
  return last?.kind === 'letter' ? last.marks : undefined;
}

/** Pictures and formulas among what was replaced stay as long as their sign does. */
function typedAtoms(typed: readonly string[], replaced: readonly Atom[], marks: Marks): Atom[] {
  const objects = replaced.filter(({ kind }) => kind === 'object');
  return typed.flatMap((letter): Atom[] => {
    if (letter === '\n') return [{ kind: 'paragraph' }];
    if (letter !== OBJECT) return [{ kind: 'letter', letter, marks }];
    const object = objects.shift();
    return object ? [object] : [];
  });
}

function contentOf(atoms: readonly Atom[]): RichContent {
  const paragraphs: ContentParagraph[] = [{ type: 'paragraph', children: [] }];
  for (const atom of atoms) {
    if (atom.kind === 'paragraph') paragraphs.push({ type: 'paragraph', children: [] });
    else append(paragraphs.at(-1)?.children ?? [], atom);
  }
  return paragraphs.filter(({ children }) => children.length > 0);
}

function append(children: Inline[], atom: Exclude<Atom, { kind: 'paragraph' }>): void {
  if (atom.kind === 'break') children.push({ type: 'break' });
  else if (atom.kind === 'object') children.push(atom.inline);
  else {
    const last = children.at(-1);
    const isSame = last?.type === 'text' && String(last.marks ?? '') === String(atom.marks ?? '');
    if (isSame) children[children.length - 1] = { ...last, text: last.text + atom.letter };
    else
      children.push({ type: 'text', text: atom.letter, ...(atom.marks && { marks: atom.marks }) });
  }
}
