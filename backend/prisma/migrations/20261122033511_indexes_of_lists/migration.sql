-- DropIndex
DROP INDEX "users_role_created_at_id_idx";

-- DropIndex
DROP INDEX "sessions_expires_at_idx";

-- DropIndex
DROP INDEX "quizzes_owner_id_updated_at_id_idx";

-- DropIndex
DROP INDEX "imports_quiz_id_idx";

-- CreateIndex
CREATE INDEX "quizzes_status_difficulty_published_at_id_idx" ON "quizzes"("status", "difficulty", "published_at", "id");

-- CreateIndex
CREATE INDEX "quizzes_status_category_id_title_id_idx" ON "quizzes"("status", "category_id", "title", "id");

-- CreateIndex
CREATE INDEX "quizzes_status_updated_at_id_idx" ON "quizzes"("status", "updated_at", "id");

-- None of these holds a column that a save writes: saves stay heap-only updates. Each holds only the rows of one list.
-- Staff's lists of a quiz's attempts, newest first.
CREATE INDEX attempts_open_of_quiz ON attempts (quiz_id, started_at, id) WHERE status = 0;
CREATE INDEX attempts_closed_of_quiz ON attempts (quiz_id, started_at, id) WHERE status <> 0;
CREATE INDEX attempts_flagged_of_quiz ON attempts (quiz_id, started_at, id) WHERE flags <> '[]';

-- More time for all who sit a quiz is given some hundred at a time, in the order in which saves lock.
CREATE INDEX attempts_open_in_order ON attempts (quiz_id, id) WHERE status = 0;

-- After a key was corrected, the closed attempts of a version are graded anew in the order of their ids.
CREATE INDEX attempts_closed_of_version ON attempts (quiz_version_id, id) WHERE status <> 0;

-- Words anywhere in a title or a description. Where the extension may not be had, a search reads every quiz.
DO E'BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm\x3B
  CREATE INDEX quizzes_title_words ON quizzes USING gin (title gin_trgm_ops)\x3B
  CREATE INDEX quizzes_description_words ON quizzes USING gin (description gin_trgm_ops)\x3B
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE NOTICE \'no pg_trgm: searches read every quiz\'\x3B
END';
