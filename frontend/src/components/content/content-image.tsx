import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentParagraph } from '../../lib/api/generated/types.gen';
import { cx } from '../ui/cx';
import { Icon } from '../ui/icon';

type Image = Extract<ContentParagraph['children'][number], { type: 'image' }>;

/** Up to this width a picture stands in the line, like a formula; wider ones have lines of their own. */
const INLINE_WIDTH = 96;

/** A picture at the size the document gave it; with both sides known, nothing moves when it arrives. */
export function ContentImage({ image }: { image: Image }) {
  const { t } = useTranslation('common');
  const [failed, setFailed] = useState(false);
  const isInline = image.width !== undefined && image.width <= INLINE_WIDTH;
  if (failed) {
    return (
      <span className="inline-flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">
        <Icon name="alert" className="size-4" />
        {image.alt ? t('pictureMissingNamed', { name: image.alt }) : t('pictureMissing')}
      </span>
    );
  }
  return (
    <img
      src={`/api/media/${encodeURIComponent(image.media)}`}
      alt={image.alt ?? t('picture')}
      width={image.width}
      height={image.height}
      decoding="async"
      onError={() => setFailed(true)}
      className={cx(
        'h-auto max-w-full rounded-sm bg-white',
        isInline ? 'inline-block align-middle' : 'my-2 block',
      )}
    />
  );
}
