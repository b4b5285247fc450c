import type { ReactNode } from 'react';
import type { ContentParagraph as Paragraph } from '../../lib/api/generated/types.gen';
import { ContentImage } from './content-image';
import { ContentMath } from './content-math';
import { withKeys } from './with-keys';

type Inline = Paragraph['children'][number];
type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number];

/** `dir="auto"`: Arabic and Hebrew run from the right, whatever the interface does. */
export function ContentParagraph({ paragraph }: { paragraph: Paragraph }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap">
      {withKeys(paragraph.children).map(([key, inline]) => (
        <InlinePart key={key} inline={inline} />
      ))}
    </p>
  );
}

function InlinePart({ inline }: { inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return (inline.marks ?? []).reduce<ReactNode>(marked, inline.text);
    case 'break':
      return <br />;
    case 'image':
      return <ContentImage image={inline} />;
    case 'math':
      return <ContentMath math={inline} />;
  }
}

function marked(children: ReactNode, mark: Mark): ReactNode {
  switch (mark) {
    case 'bold':
      return <strong>{children}</strong>;
    case 'italic':
      return <em>{children}</em>;
    case 'underline':
      return <u>{children}</u>;
    case 'strike':
      return <s>{children}</s>;
    case 'sub':
      return <sub>{children}</sub>;
    case 'sup':
      return <sup>{children}</sup>;
    case 'code':
      return (
        <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{children}</code>
      );
  }
}
