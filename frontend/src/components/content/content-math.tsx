import { createElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverflow } from '../../hooks/use-overflow';
import type { ContentParagraph } from '../../lib/api/generated/types.gen';
import { cx } from '../ui/cx';
import { mathElement } from './math-element';

type Math = Extract<ContentParagraph['children'][number], { type: 'math' }>;

/**
 * A formula as MathML elements. It is named by its text for those who hear it; wider than the page, it scrolls
 * in its own frame, which the keyboard can then reach.
 */
export function ContentMath({ math }: { math: Math }) {
  const { t } = useTranslation('common');
  const [frame, overflows] = useOverflow<HTMLSpanElement>();
  const formula = createElement(
    'math',
    { display: math.display ? 'block' : undefined, 'aria-label': math.text },
    mathElement(math.root),
  );
  return (
    <span
      ref={frame}
      dir="ltr"
      {...(overflows && { tabIndex: 0, role: 'group', 'aria-label': t('formula') })}
      // A flex box lends its line the formula's own baseline, which a scrolling inline block would not.
      className={cx(
        'max-w-full overflow-x-auto overflow-y-hidden',
        math.display ? 'flex justify-[safe_center] py-2' : 'inline-flex py-0.5',
      )}
    >
      {formula}
    </span>
  );
}
