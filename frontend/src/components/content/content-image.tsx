import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentParagraph } from '../../lib/api/generated/types.gen';
import { cx } from '../ui/cx';
import { PictureBox } from './picture-box';

type Image = Extract<ContentParagraph['children'][number], { type: 'image' }>;
type KeptImage = Image & { media: string };

/** Up to this width a picture stands in the line, like a formula; wider ones have lines of their own. */
const INLINE_WIDTH = 96;

const addressOf = ({ media }: KeptImage): string => `/api/media/${encodeURIComponent(media)}`;

const isKept = (image: Image): image is KeptImage => image.media !== null;

/** A picture of the document, or a box in its place that says why it cannot be seen. */
export function ContentImage({ image }: { image: Image }) {
  const { t } = useTranslation('common');
  if (!isKept(image)) {
    return (
      <PictureBox width={image.width} height={image.height}>
        {image.alt ? t('pictureLeftOutNamed', { name: image.alt }) : t('pictureLeftOut')}
      </PictureBox>
    );
  }
  return image.file ? <FileBox image={image} /> : <ShownImage image={image} />;
}

/** A picture that browsers cannot show: to be downloaded and opened with another program. */
function FileBox({ image }: { image: KeptImage }) {
  const { t } = useTranslation('common');
  const format = image.file ?? '';
  return (
    <PictureBox width={image.width} height={image.height}>
      <a
        href={addressOf(image)}
        download
        title={t('pictureDownload', { format })}
        className="underline underline-offset-2"
      >
        {image.alt || t('pictureOfFormat', { format })}
      </a>
    </PictureBox>
  );
}

/** A picture at the size the document gave it; with both sides known, nothing moves when it arrives. */
function ShownImage({ image }: { image: KeptImage }) {
  const { t } = useTranslation('common');
  const [failed, setFailed] = useState(false);
  const isInline = image.width !== undefined && image.width <= INLINE_WIDTH;
  if (failed) {
    return (
      <PictureBox>
        {image.alt ? t('pictureMissingNamed', { name: image.alt }) : t('pictureMissing')}
      </PictureBox>
    );
  }
  return (
    <img
      src={addressOf(image)}
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
