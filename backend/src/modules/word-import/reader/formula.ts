import type { MathNode } from '../../../shared/math.js';
import { arrangements, stacked } from './formula-arrangements.js';
import { constructs, type FormulaParts } from './formula-constructs.js';
import { limits } from './limits.js';
import { mathTokens, readRunStyle } from './math-tokens.js';
import { child, type XmlElement } from './xml-tree.js';

/** Removed text, and what says only how a formula is typed. */
const skipped = /^(?:w:del|w:moveFrom|w:rPr|w:pPr|w:instrText|w:sdtPr|m:argPr|m:ctrlPr|m:\w+Pr)$/;
/** Elements that only hold others: formulas, their arguments, insertions, content controls … */
const holders = /^(?:m:(?:oMath|oMathPara|e|num|den|sup|sub|deg|lim|fName)|w:\w+|mc:\w+|\?:\w+)$/;

const rules = new Map([...constructs, ...arrangements]);

/** Reads formulas (OMML) as trees of MathML elements, within limits for one formula and for a document. */
export class FormulaReader implements FormulaParts {
  private understood = true;
  private nodes = 0;
  private totalNodes = 0;
  private depth = 0;

  /** The tree of a formula, or null when it holds something unknown or too much of it. */
  read(formula: XmlElement): MathNode | null {
    this.understood = true;
    this.nodes = 0;
    const several = formula.children.filter(({ name }) => name === 'm:oMath');
    const root =
      several.length > 1 ? stacked(several.map((one) => this.row(one))) : this.row(formula);
    this.totalNodes += this.nodes;
    return this.understood ? root : null;
  }

  row(element: XmlElement | undefined): MathNode {
    const children = element ? this.inside(element) : [];
    const [only] = children;
    return children.length === 1 && only ? only : { tag: 'mrow', children };
  }

  argument(element: XmlElement, name: string): MathNode {
    return this.row(child(element, name));
  }

  inside(element: XmlElement): MathNode[] {
    if (this.depth >= limits.formulaDepth) this.understood = false;
    if (!this.understood) return [];
    this.depth += 1;
    const nodes = element.children.flatMap((inner) => this.nodesOf(inner));
    this.depth -= 1;
    return nodes;
  }

  private nodesOf(element: XmlElement): MathNode[] {
    if (skipped.test(element.name) || !this.understood) return [];
    this.spend(1);
    const rule = rules.get(element.name);
    if (rule) return rule(element, this);
    if (element.name === 'm:r') return this.run(element);
    if (element.name === 'w:t') return [{ tag: 'mtext', text: element.text }];
    if (element.name === 'mc:AlternateContent') return this.alternative(element);
    if (/^w:(?:drawing|pict|object)$/.test(element.name) || !holders.test(element.name)) {
      this.understood = false;
    }
    return this.inside(element);
  }

  private run(run: XmlElement): MathNode[] {
    const text = run.children.map((inner) => (inner.name === 'm:t' ? inner.text : '')).join('');
    this.spend(text.length);
    if (!this.understood) return [];
    const style = readRunStyle(run);
    const nodes: MathNode[] = style ? mathTokens(text, style) : [{ tag: 'mtext', text }];
    const others = run.children.filter(({ name }) => name !== 'm:t' && name !== 'w:t');
    const rest = others.flatMap((inner) => this.nodesOf(inner));
    return text === '' ? rest : [...nodes, ...rest];
  }

  private alternative(element: XmlElement): MathNode[] {
    for (const branch of element.children) {
      const nodes = this.inside(branch);
      if (nodes.length > 0) return nodes;
    }
    return [];
  }

  private spend(nodes: number): void {
    this.nodes += nodes;
    const tooMany =
      this.nodes > limits.formulaNodes || this.totalNodes + this.nodes > limits.totalFormulaNodes;
    if (tooMany) this.understood = false;
  }
}
