const MEBIBYTE = 1024 * 1024;

/** What one document may cost. Real quizzes of 20 000 questions stay far below each of these. */
export const limits = {
  zipEntries: 10_000,
  /** Inflated bytes of everything that is read, and of one part. */
  totalInflatedBytes: 160 * MEBIBYTE,
  partInflatedBytes: 96 * MEBIBYTE,
  /** Deflate reaches 1000:1 on bombs; repetitive real documents stay around 100:1. */
  compressionRatio: 250,
  /** Below this size a high ratio is harmless. */
  ratioFreeBytes: 8 * MEBIBYTE,
  xmlDepth: 256,
  xmlElements: 6_000_000,
  paragraphs: 250_000,
  /** Columns of a table that wide cells can take up: as many as Word's tables have. */
  tableColumns: 63,
  /** Formulas: elements of one and of all, and how deep they may be nested; beyond, only their text is kept. */
  formulaNodes: 4000,
  totalFormulaNodes: 150_000,
  formulaDepth: 20,
  /** Pictures: bytes of one and of all, sides and area in pixels. */
  pictureBytes: 20 * MEBIBYTE,
  totalPictureBytes: 40 * MEBIBYTE,
  pictureSidePixels: 20_000,
  pictureAreaPixels: 100_000_000,
  /** Drawings (SVG): bytes, elements, how deep, references among them, pixels of one picture inside. */
  svgBytes: 2 * MEBIBYTE,
  svgElements: 20_000,
  /** Copies (`use`) times elements. */
  svgCopies: 200_000,
  svgDepth: 64,
  svgReferences: 2000,
  svgRasterPixels: 25_000_000,
} as const;
