-- AlterTable
ALTER TABLE "quiz_versions" ADD COLUMN     "removed_sources" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "imports" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "kept_edits" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paragraph_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "import_texts" (
    "import_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "paragraphs" JSONB NOT NULL,

    CONSTRAINT "import_texts_pkey" PRIMARY KEY ("import_id","start")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "category_id" UUID,
    "file_count" INTEGER NOT NULL,
    "run" INTEGER NOT NULL DEFAULT 0,
    "beat" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_batches_owner_id_created_at_idx" ON "import_batches"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "imports_batch_id_idx" ON "imports"("batch_id");

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_texts" ADD CONSTRAINT "import_texts_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was read so far moves to its new table.
INSERT INTO "import_texts" ("import_id", "start", "paragraphs")
SELECT "id", 0, "paragraphs" FROM "imports" WHERE jsonb_typeof("paragraphs") = 'array';
UPDATE "imports" SET "paragraph_count" = jsonb_array_length("paragraphs")
WHERE jsonb_typeof("paragraphs") = 'array';
ALTER TABLE "imports" DROP COLUMN "paragraphs";
