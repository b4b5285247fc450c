import type { SourceInline } from '../domain/source-document.js';
import type { PictureReference } from './pictures.js';

/** As an inline of the document, or a picture whose bytes have not been looked at yet. */
export type RawInline = SourceInline | { type: 'picture'; picture: PictureReference };
