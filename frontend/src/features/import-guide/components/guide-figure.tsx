import { useId } from 'react';
import type { Excerpt } from '../lib/excerpt';
import type { GuideFigure as Texts } from '../lib/guide-texts';
import { DocumentExcerpt } from './document-excerpt';

/** One form: what it looks like in Word, and a word about it. */
export function GuideFigure({ texts, excerpt }: { texts: Texts; excerpt: Excerpt }) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <DocumentExcerpt excerpt={excerpt} label={texts.title} />
      <figcaption id={id}>
        <h3 className="text-base font-semibold">{texts.title}</h3>
        <p className="mt-1 text-ink-soft">{texts.text}</p>
      </figcaption>
    </figure>
  );
}
