-- DropIndex
DROP INDEX "late_answers_attempt_id_client_seq_kind_key";

-- AlterTable
ALTER TABLE "late_answers" ADD COLUMN     "part" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE UNIQUE INDEX "late_answers_attempt_id_client_seq_kind_part_key" ON "late_answers"("attempt_id", "client", "seq", "kind", "part");
