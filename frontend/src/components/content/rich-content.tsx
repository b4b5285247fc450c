import { cx } from '../ui/cx';
import type { RichContent as Content } from '../../lib/api/generated/types.gen';
import { ContentParagraph } from './content-paragraph';
import { ContentTable } from './content-table';
import { withKeys } from './with-keys';

interface RichContentProps {
  content: Content;
  className?: string;
}

/** Stored content as React elements: text stays text, so nothing in a document can become markup. */
export function RichContent({ content, className }: RichContentProps) {
  return (
    <div className={cx('flex flex-col gap-3', className)}>
      {withKeys(content).map(([key, block]) =>
        block.type === 'table' ? (
          <ContentTable key={key} table={block} />
        ) : (
          <ContentParagraph key={key} paragraph={block} />
        ),
      )}
    </div>
  );
}
