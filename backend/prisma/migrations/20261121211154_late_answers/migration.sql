-- CreateEnum
CREATE TYPE "LateAnswersPolicy" AS ENUM ('ACCEPT', 'REVIEW');

-- CreateEnum
CREATE TYPE "ReceiptCause" AS ENUM ('SUBMITTED', 'EXPIRED', 'LATE_ANSWERS');

-- CreateEnum
CREATE TYPE "LateKind" AS ENUM ('IN_TIME', 'CONTESTED', 'UNPROVEN');

-- CreateEnum
CREATE TYPE "LateState" AS ENUM ('WAITING', 'ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "RegradeCause" AS ENUM ('LATE_ANSWERS', 'KEY_CORRECTED');

-- AlterTable
ALTER TABLE "quiz_versions" ADD COLUMN     "key_revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "late_answers" "LateAnswersPolicy" NOT NULL DEFAULT 'ACCEPT';

-- CreateTable
CREATE TABLE "receipts" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" "ReceiptCause" NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "answers_hash" TEXT NOT NULL,
    "answered" INTEGER NOT NULL,
    "score" DECIMAL(10,2) NOT NULL,
    "max_score" DECIMAL(10,2) NOT NULL,
    "answers" JSONB,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_answers" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "client" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "LateKind" NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "last_chosen_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "in_grace" BOOLEAN NOT NULL,
    "answers" JSONB NOT NULL,
    "state" "LateState" NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "replaced" JSONB,

    CONSTRAINT "late_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_regrades" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause" "RegradeCause" NOT NULL,
    "score_before" DECIMAL(10,2) NOT NULL,
    "score_after" DECIMAL(10,2) NOT NULL,
    "max_score_before" DECIMAL(10,2) NOT NULL,
    "max_score_after" DECIMAL(10,2) NOT NULL,
    "passed_before" BOOLEAN NOT NULL,
    "passed_after" BOOLEAN NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "attempt_regrades_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_corrections" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "key_corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "receipts_attempt_id_number_key" ON "receipts"("attempt_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "late_answers_attempt_id_client_seq_kind_key" ON "late_answers"("attempt_id", "client", "seq", "kind");

-- CreateIndex
CREATE INDEX "attempt_regrades_attempt_id_at_idx" ON "attempt_regrades"("attempt_id", "at");

-- CreateIndex
CREATE INDEX "key_corrections_version_id_at_idx" ON "key_corrections"("version_id", "at");

-- AddForeignKey
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_answers" ADD CONSTRAINT "late_answers_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_answers" ADD CONSTRAINT "late_answers_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_regrades" ADD CONSTRAINT "attempt_regrades_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_corrections" ADD CONSTRAINT "key_corrections_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "quiz_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Attempts closed before there was a table of receipts.
INSERT INTO receipts (id, attempt_id, number, cause, submitted_at, answers_hash, answered, score, max_score)
SELECT (receipt->>'id')::uuid, id, 1,
       CASE status WHEN 1 THEN 'SUBMITTED'::"ReceiptCause" ELSE 'EXPIRED'::"ReceiptCause" END,
       (receipt->>'submittedAt')::timestamptz, receipt->>'answersHash', (receipt->>'answered')::int, score, max_score
FROM attempts WHERE status <> 0;
