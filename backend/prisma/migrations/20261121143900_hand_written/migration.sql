-- What Prisma's schema language cannot say.

-- The only index on what a save changes is none at all: saves stay heap-only updates. This one serves the search
-- for attempts whose time is over.
CREATE INDEX attempts_open_deadline ON attempts (deadline_at) WHERE status = 0;

-- A student has at most one attempt under way at a quiz, however often "start" is clicked.
CREATE UNIQUE INDEX attempts_one_open ON attempts (user_id, quiz_id) WHERE status = 0;

-- Room in each page for the next version of a row that is saved every few seconds.
ALTER TABLE attempts SET (fillfactor = 70);

-- Imports that wait or are under way, for the sweeper.
CREATE INDEX imports_unfinished ON imports (created_at) WHERE state IN ('PENDING', 'PROCESSING');

-- NULL means "all quizzes" in these tables, and "all" exists once.
CREATE UNIQUE INDEX accommodations_all_quizzes ON accommodations (user_id) WHERE quiz_id IS NULL;
CREATE UNIQUE INDEX leaderboard_entries_overall ON leaderboard_entries (period, period_start, user_id) WHERE quiz_id IS NULL;

ALTER TABLE attempts
  ADD CONSTRAINT attempts_status_known CHECK (status BETWEEN 0 AND 2),
  ADD CONSTRAINT attempts_closed_have_result CHECK (status = 0 OR (submitted_at IS NOT NULL AND receipt IS NOT NULL));
ALTER TABLE quizzes
  ADD CONSTRAINT quizzes_published_have_version CHECK (status <> 'PUBLISHED' OR (published_version_id IS NOT NULL AND published_at IS NOT NULL));
