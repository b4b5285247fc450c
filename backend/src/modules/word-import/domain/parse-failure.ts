/** Why a file could not be read at all, in words for the teacher who sent it. */
const sentences = {
  EMPTY_FILE: 'The file is empty.',
  LEGACY_DOC:
    'This is an old Word file (.doc). Open it in Word, save it as a Word document (.docx) and send that.',
  ENCRYPTED:
    'The document is protected by a password. Remove the password in Word and send it again.',
  MACRO_ENABLED:
    'The document contains macros. Save it in Word as a plain Word document (.docx) and send that.',
  NOT_DOCX: 'This is not a Word document (.docx).',
  ZIP_INVALID: 'The document is damaged: its container cannot be read.',
  ZIP_LIMIT: 'The document unpacks to far more than a quiz can need, so it was not opened.',
  XML_FORBIDDEN: 'The document contains definitions that Word never writes, so it was not opened.',
  XML_INVALID:
    'The document is damaged: its text cannot be read. Open it in Word, save it again and send that.',
  DOC_LIMIT:
    'The document is larger or deeper than a quiz can be. Split it into several documents.',
  DOC_TIMEOUT: 'Reading the document took too long. Split it into several documents.',
  DOC_MEMORY: 'Reading the document took too much memory. Split it into several documents.',
  PARSER_CRASHED: 'The document could not be read because of a fault on our side.',
} as const;

export type ParseFailureCode = keyof typeof sentences;

export const parseFailureCodes = Object.keys(sentences) as [
  ParseFailureCode,
  ...ParseFailureCode[],
];

/** A file's own fault (or the parser's end): a stable `code` and a sentence a teacher understands. */
export class ParseFailure extends Error {
  constructor(
    readonly code: ParseFailureCode,
    /** What exactly was found, for the log; never shown to the teacher. */
    readonly detail: string = '',
    options?: ErrorOptions,
  ) {
    super(sentences[code], options);
    this.name = 'ParseFailure';
  }
}
