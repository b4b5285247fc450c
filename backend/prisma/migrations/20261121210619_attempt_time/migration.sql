-- CreateEnum
CREATE TYPE "AdjustmentKind" AS ENUM ('EXTRA_TIME', 'DEADLINE', 'PAUSE', 'RESUME');

-- AlterTable
ALTER TABLE "attempts" ADD COLUMN     "history_pruned_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_by" UUID,
ADD COLUMN     "paused_deadline" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "attempt_adjustments" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" "AdjustmentKind" NOT NULL,
    "by_user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_deadline" TIMESTAMPTZ(3),
    "to_deadline" TIMESTAMPTZ(3),
    "remaining" DOUBLE PRECISION,

    CONSTRAINT "attempt_adjustments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attempt_adjustments_attempt_id_at_id_idx" ON "attempt_adjustments"("attempt_id", "at", "id");

-- CreateIndex
CREATE INDEX "attempts_quiz_id_started_at_id_idx" ON "attempts"("quiz_id", "started_at", "id");

-- AddForeignKey
ALTER TABLE "attempt_adjustments" ADD CONSTRAINT "attempt_adjustments_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_adjustments" ADD CONSTRAINT "attempt_adjustments_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed attempts whose saves are still kept, oldest first, for the pruning. No save touches it.
CREATE INDEX attempts_history_kept ON attempts (submitted_at) WHERE status <> 0 AND history_pruned_at IS NULL;
