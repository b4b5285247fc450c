import type pg from 'pg';
import { type Database } from '../../../src/database/database.service.js';
import { AdminQuizzesRepository } from '../../../src/modules/catalogue/admin-quizzes.repository.js';
import { CategoriesRepository } from '../../../src/modules/catalogue/categories.repository.js';
import { KeysRepository } from '../../../src/modules/catalogue/keys.repository.js';
import { MediaRepository } from '../../../src/modules/catalogue/media.repository.js';
import { QuizzesRepository } from '../../../src/modules/catalogue/quizzes.repository.js';
import { SourcesRepository } from '../../../src/modules/catalogue/sources.repository.js';
import { VersionsRepository } from '../../../src/modules/catalogue/versions.repository.js';
import { WholeQuizzesRepository } from '../../../src/modules/catalogue/whole-quizzes.repository.js';
import { encodeCursor } from '../../../src/shared/pagination.js';
import { EXTREME, KIND, madeId, TYPICAL } from '../many-rows.js';
import { type HotQuery, LIMIT } from './hot-query.js';

export async function catalogueQueries(
  database: Database,
  owner: pg.Client,
): Promise<Record<string, HotQuery>> {
  const quizzes = new QuizzesRepository(database);
  const admin = new AdminQuizzesRepository(database);
  const sources = new SourcesRepository(database);
  const { rows } = await owner.query<{ id: string; title: string; at: Date; updated: Date }>(
    `SELECT id, title, published_at AS at, updated_at AS updated FROM quizzes
     WHERE status = 'PUBLISHED' ORDER BY title OFFSET 6000 LIMIT 1`,
  );
  const [deep] = rows;
  if (!deep) throw new Error('there are too few quizzes');
  const cursors = (sort: 'newest' | 'title') => {
    const at = [sort, sort === 'title' ? deep.title : deep.at.toISOString(), deep.id];
    return [
      ['first', undefined],
      ['deep, onward', encodeCursor(at)],
      ['deep, back', encodeCursor(at, 'before')],
    ] as const;
  };
  const filters = [
    ['all', {}],
    ['of a category', { category: 'category-3' }],
    ['of a small category', { category: 'category-19' }],
    ['of the hard ones', { difficulty: 'HARD' as const }],
  ] as const;
  const queries: Record<string, HotQuery> = {};
  for (const sort of ['newest', 'title'] as const) {
    for (const [filter, wanted] of filters) {
      for (const [place, cursor] of cursors(sort)) {
        queries[`the catalogue, ${sort}, ${filter}, ${place}`] = {
          run: () => quizzes.listPublished({ ...wanted, sort, cursor, limit: LIMIT }),
          // Whoever sorts the rare hard ones by title, which no index is made for, reads past the others.
          ...(sort === 'title' && filter === 'of the hard ones' ? { mayRead: 12_000 } : {}),
        };
      }
    }
  }
  for (const [name, q] of [
    ['a rare word', deep.title.slice(10, 24)],
    ['a word of all', 'common'],
  ]) {
    queries[`a search for ${name}`] = {
      run: () => quizzes.listPublished({ sort: 'newest', q, limit: LIMIT }),
    };
  }
  for (const status of [undefined, 'DRAFT', 'PUBLISHED'] as const) {
    const at = [deep.updated.toISOString(), deep.id];
    const cursors = [
      ['first', undefined],
      ['deep, onward', encodeCursor(at)],
      ['deep, back', encodeCursor(at, 'before')],
    ] as const;
    for (const [place, cursor] of cursors) {
      queries[`quizzes of staff, ${status ?? 'all'}, ${place}`] = {
        run: () => admin.list({ ...(status && { status }), cursor, limit: LIMIT }),
        mayRead: 40 * LIMIT,
      };
    }
  }
  return {
    ...queries,
    'a published quiz': { run: () => quizzes.findPublished(TYPICAL.quiz), mayRead: 20 },
    'a quiz as staff see it': { run: () => admin.findDetail(TYPICAL.quiz) },
    'a version': { run: () => new VersionsRepository(database).getVersion(TYPICAL.version) },
    'a whole quiz': {
      run: () => new WholeQuizzesRepository(database).find(TYPICAL.quiz, 'published'),
    },
    'a question with its key': {
      run: () => new KeysRepository(database).findPublished(madeId(KIND.question, 123)),
    },
    'how many quizzes the categories have': {
      run: () => new CategoriesRepository(database).list(),
      mayRead: 12_000,
    },
    'a picture': { run: () => new MediaRepository(database).find(madeId(KIND.other, 5)) },
    'questions read from a document': {
      run: () => sources.findUse(TYPICAL.quiz, madeId(KIND.import, 321), 0, 10),
    },
    'doubts of quizzes': {
      run: () => sources.countDoubted([TYPICAL.quiz, EXTREME.quiz]),
      mayRead: 30,
    },
    'pictures of a quiz': { run: () => sources.findPictureIds(TYPICAL.quiz, ['x']) },
  };
}
