import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Transaction } from '../../database/database.service.js';
import { beyond, wayTo } from '../../database/keyset.js';
import type { Prisma } from '../../generated/prisma/client.js';
import type { Diagnostic } from '../../shared/diagnostic.js';
import { cursorTimeSchema, type Page, readCursor, toPage } from '../../shared/pagination.js';
import type { ImportChoices } from '../../shared/import-choices.js';
import type {
  ImportDto,
  ImportListQuery,
  ImportStage,
  ImportSummaryDto,
} from './word-import.dto.js';

const cursorSchema = z.tuple([cursorTimeSchema, z.uuid()]);

export const SUMMARY = {
  id: true,
  batchId: true,
  fileName: true,
  sizeBytes: true,
  state: true,
  stage: true,
  progress: true,
  quizId: true,
  questionCount: true,
  keptEdits: true,
  errorCode: true,
  errorMessage: true,
  createdAt: true,
  finishedAt: true,
} satisfies Prisma.ImportSelect;
const VISIBLE = { ...SUMMARY, choices: true, diagnostics: true } satisfies Prisma.ImportSelect;

type SummaryRow = Prisma.ImportGetPayload<{ select: typeof SUMMARY }>;
type VisibleRow = Prisma.ImportGetPayload<{ select: typeof VISIBLE }>;

export interface NewImport {
  id: string;
  ownerId: string;
  uploadKey: string;
  fileName: string;
  sha256: string;
  categoryId: string | null;
  batchId: string | null;
  requestId: string | null;
  bytes: Buffer;
}

/** What the row itself tells; the errors are the quiz's to count. */
export type StoredSummary = Omit<ImportSummaryDto, 'errorCount'>;
export type StoredImport = Omit<ImportDto, 'errorCount'>;

export function toSummary(row: SummaryRow): StoredSummary {
  const { errorCode, errorMessage, ...rest } = row;
  return {
    ...rest,
    stage: row.stage as ImportStage,
    error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function toDto({ choices, diagnostics, ...row }: VisibleRow): StoredImport {
  return {
    ...toSummary(row),
    choices: choices as ImportChoices,
    diagnostics: diagnostics as unknown as Diagnostic[],
  };
}

/** Uploads as their owners see them. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** Stores row and bytes together. Throws a unique violation when the owner's upload key is taken already. */
  async insert(tx: Transaction, { bytes, ...row }: NewImport): Promise<void> {
    await tx.prisma.import.create({ data: { ...row, sizeBytes: bytes.length } });
    await tx.prisma.importFile.create({
      data: { importId: row.id, bytes: Uint8Array.from(bytes) },
    });
  }

  async findByUploadKey(
    ownerId: string,
    uploadKey: string,
  ): Promise<{ id: string; sha256: string } | null> {
    return this.database.prisma.import.findUnique({
      where: { ownerId_uploadKey: { ownerId, uploadKey } },
      select: { id: true, sha256: true },
    });
  }

  async find(ownerId: string, id: string): Promise<StoredImport | null> {
    const row = await this.database.prisma.import.findFirst({
      where: { id, ownerId },
      select: VISIBLE,
    });
    return row && toDto(row);
  }

  async list(ownerId: string, query: ImportListQuery): Promise<Page<StoredImport>> {
    const position = readCursor(query.cursor, cursorSchema);
    const way = wayTo(position, 'desc');
    const rows = await this.database.prisma.import.findMany({
      where: {
        ownerId,
        ...(query.batchId === undefined ? {} : { batchId: query.batchId }),
        ...(position && beyond(way, 'createdAt', [new Date(position.at[0]), position.at[1]])),
      },
      orderBy: [{ createdAt: way.order }, { id: way.order }],
      take: query.limit + 1,
      select: VISIBLE,
    });
    const { limit } = query;
    return toPage(rows.map(toDto), { limit, position }, ({ createdAt, id }) => [createdAt, id]);
  }

  async categoryExists(id: string): Promise<boolean> {
    return (await this.database.prisma.category.count({ where: { id } })) > 0;
  }
}
