import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { formWords, type FormLanguage } from '../domain/form/form-words.js';
import { ContentXml } from './content-xml.js';
import {
  contentTypesXml,
  coreXml,
  documentFrame,
  documentRelationshipsXml,
  packageRelationshipsXml,
  settingsXml,
} from './package-xml.js';
import { FALLBACK_ID, PictureXml, type FormPicture } from './picture-xml.js';
import { QuestionXml } from './question-xml.js';
import type { QuizForm } from './quiz-form.js';
import { numberingXml, stylesXml } from './styles-xml.js';
import { zip, type ZipFile } from './zip-writer.js';

/** Questions written at a stretch before other requests get their turn. */
const STRETCH = 50;
const localeTags: Readonly<Record<FormLanguage, string>> = { en: 'en-US', vi: 'vi-VN' };

/** Shown in place of a drawing by versions of Word that know no SVG: one transparent pixel. */
const fallback = { id: FALLBACK_ID, part: 'media/fallback.png' };
const emptyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
);

/** The pictures of a quiz, and how to get the bytes of one. */
export interface FormPictures {
  pictures: readonly FormPicture[];
  load: (media: string) => Promise<Uint8Array>;
}

async function documentXml(quiz: QuizForm, xml: QuestionXml): Promise<Buffer> {
  const [before, after] = documentFrame;
  const chunks: Buffer[] = [Buffer.from(before + xml.head(quiz))];
  for (let at = 0; at < quiz.questions.length; at += STRETCH) {
    const stretch = quiz.questions.slice(at, at + STRETCH);
    chunks.push(Buffer.from(stretch.map((question) => xml.question(question)).join('')));
    await setImmediate();
  }
  return Buffer.concat([...chunks, Buffer.from(after)]);
}

async function* filesOf(
  quiz: QuizForm,
  language: FormLanguage,
  { pictures, load }: FormPictures,
): AsyncGenerator<ZipFile> {
  const picturesXml = new PictureXml(pictures);
  const xml = new QuestionXml(new ContentXml(picturesXml), formWords[language]);
  const document = await documentXml(quiz, xml);
  const parts = picturesXml.parts();
  const extra = picturesXml.hasDrawings ? [fallback] : [];
  const tag = localeTags[language];
  const texts: [string, string][] = [
    [
      '[Content_Types].xml',
      contentTypesXml([...parts, ...extra].map(({ part }) => part.split('.')[1] ?? '')),
    ],
    ['_rels/.rels', packageRelationshipsXml],
    ['docProps/core.xml', coreXml(quiz.title, tag)],
    [
      'word/_rels/document.xml.rels',
      documentRelationshipsXml([...parts, ...extra], picturesXml.hasGaps),
    ],
    ['word/styles.xml', stylesXml(tag)],
    ['word/numbering.xml', numberingXml],
    ['word/settings.xml', settingsXml],
  ];
  for (const [name, text] of texts) yield { name, data: Buffer.from(text) };
  yield { name: 'word/document.xml', data: document };
  if (picturesXml.hasDrawings)
    yield { name: `word/${fallback.part}`, data: emptyPng, stored: true };
  for (const { media, part } of parts) {
    yield { name: `word/${part}`, data: Buffer.from(await load(media)), stored: true };
  }
}

/**
 * A quiz as a .docx in the recommended form, chunk by chunk: imported again it is the same quiz. Pictures
 * are loaded one at a time, and the work is done in short stretches, so a long quiz holds nobody up.
 */
export function writeQuiz(
  quiz: QuizForm,
  language: FormLanguage,
  pictures: FormPictures,
): AsyncGenerator<Buffer> {
  return zip(filesOf(quiz, language, pictures));
}
