-- DropIndex
DROP INDEX "attempts_quiz_id_submitted_at_idx";

-- CreateIndex
CREATE INDEX "imports_quiz_id_created_at_idx" ON "imports"("quiz_id", "created_at");

-- Attempts that the clock closed, which may still get answers that were chosen in time. In the index before, they lay
-- among all that were handed in.
CREATE INDEX attempts_expired_of_quiz ON attempts (quiz_id, submitted_at) WHERE status = 2;

-- Open attempts again, by another condition that says the same. The one open attempt of a student is looked for by
-- "status = 0": these would serve that too, by reading whoever else sits the quiz, and would be taken while the
-- statistics know nothing of a quiz that has just begun.
DROP INDEX attempts_open_of_quiz;
DROP INDEX attempts_open_in_order;
CREATE INDEX attempts_open_of_quiz ON attempts (quiz_id, started_at, id) WHERE submitted_at IS NULL;
CREATE INDEX attempts_open_in_order ON attempts (quiz_id, id) WHERE submitted_at IS NULL;
