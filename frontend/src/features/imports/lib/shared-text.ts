const SENTENCE_END = /(?<=[.!?。])\s+/;

/** What several texts begin with alike, in whole sentences, and what each says beyond that. */
export function splitShared(texts: readonly string[]): { shared: string; rests: string[] } {
  const split = texts.map((text) => text.split(SENTENCE_END));
  const [first = []] = split;
  let alike = 0;
  while (alike < first.length && split.every((sentences) => sentences[alike] === first[alike])) {
    alike += 1;
  }
  return {
    shared: first.slice(0, alike).join(' '),
    rests: split.map((sentences) => sentences.slice(alike).join(' ')),
  };
}
