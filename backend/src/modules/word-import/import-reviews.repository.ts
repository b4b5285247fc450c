import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import type { ImportChoices } from '../../shared/import-choices.js';
import type { SourceParagraph } from './domain/parsed-quiz.js';
import type { ImportState } from './word-import.dto.js';

/** What is known of a document as a whole. */
export interface ReviewedImport {
  quizId: string | null;
  choices: ImportChoices;
  diagnostics: Diagnostic[];
  paragraphCount: number;
}

const TEXTS = {
  name: 'import-texts',
  text: `SELECT p.value AS paragraph
         FROM import_texts t, jsonb_array_elements(t.paragraphs) WITH ORDINALITY AS p(value, place)
         WHERE t.import_id = $1 AND t.start < $3 AND t.start + jsonb_array_length(t.paragraphs) > $2
           AND t.start + p.place - 1 >= $2 AND t.start + p.place - 1 < $3
         ORDER BY t.start, p.place`,
};
const READ_AGAIN = `
UPDATE imports SET state = 'PENDING', stage = 'UPLOADED', progress = 0, tries = 0, beat = NULL,
  choices = $2::jsonb, request_id = $3, error_code = NULL, error_message = NULL, finished_at = NULL
WHERE id = $1::uuid RETURNING id`;

/** Documents under review, and sending them through the import again. */
@Injectable()
export class ImportReviewsRepository {
  constructor(private readonly database: Database) {}

  async find(ownerId: string, id: string): Promise<ReviewedImport | null> {
    const row = await this.database.prisma.import.findFirst({
      where: { id, ownerId },
      select: { quizId: true, choices: true, diagnostics: true, paragraphCount: true },
    });
    return (
      row && {
        ...row,
        choices: row.choices as ImportChoices,
        diagnostics: row.diagnostics as unknown as Diagnostic[],
      }
    );
  }

  /** The paragraphs from index `from`, those from `to` on left out. */
  async findParagraphs(importId: string, from: number, to: number): Promise<SourceParagraph[]> {
    const rows = await this.database.query<{ paragraph: SourceParagraph }>(TEXTS, [
      importId,
      from,
      to,
    ]);
    return rows.map(({ paragraph }) => paragraph);
  }

  /** Locks the owner's import for `tx`; null when there is none. */
  async lock(
    tx: Transaction,
    ownerId: string,
    id: string,
  ): Promise<{ state: ImportState; quizId: string | null } | null> {
    const [row] = await tx.query<{ state: ImportState; quiz_id: string | null }>(
      `SELECT state::text AS state, quiz_id FROM imports
       WHERE id = $1::uuid AND owner_id = $2::uuid FOR UPDATE`,
      [id, ownerId],
    );
    return row === undefined ? null : { state: row.state, quizId: row.quiz_id };
  }

  /** Makes a finished import wait for a worker again, with these choices and all its tries. */
  async readAgain(
    tx: Transaction,
    id: string,
    choices: ImportChoices,
    requestId: string | null,
  ): Promise<void> {
    await tx.query(READ_AGAIN, [id, JSON.stringify(choices), requestId]);
  }
}
