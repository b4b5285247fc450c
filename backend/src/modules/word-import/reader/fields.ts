interface OpenField {
  instruction: string;
  /** Past its `separate`: what comes now is its result. */
  inResult: boolean;
}

/** The fields that are open at a place of the document, innermost last. */
export class Fields {
  private open: OpenField[] = [];

  /** Are we inside an instruction, which is not on the page? */
  get inInstruction(): boolean {
    return this.open.some(({ inResult }) => !inResult);
  }

  /** A result may run over many paragraphs; an instruction that was never ended hides no further one. */
  startParagraph(): void {
    if (this.inInstruction) this.open = this.open.filter(({ inResult }) => inResult);
  }

  /** Takes a `w:fldChar`; gives the instruction of a field that ends without a result, else null. */
  mark(type: string | undefined): string | null {
    const innermost = this.open.at(-1);
    if (type === 'begin') this.open.push({ instruction: '', inResult: false });
    else if (type === 'separate' && innermost) innermost.inResult = true;
    else if (type === 'end') {
      this.open.pop();
      return innermost && !innermost.inResult ? innermost.instruction : null;
    }
    return null;
  }

  addInstruction(text: string): void {
    const innermost = this.open.at(-1);
    if (innermost) innermost.instruction += text;
  }
}
