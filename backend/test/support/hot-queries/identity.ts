import { type Database } from '../../../src/database/database.service.js';
import { SessionsRepository } from '../../../src/modules/identity/sessions.repository.js';
import { UsersRepository } from '../../../src/modules/identity/users.repository.js';
import { KIND, madeId, TYPICAL } from '../many-rows.js';
import { type HotQuery, NOBODY, inTransaction } from './hot-query.js';

export function identityQueries(database: Database): Record<string, HotQuery> {
  const sessions = new SessionsRepository(database);
  const users = new UsersRepository(database);
  const ids = Array.from({ length: 50 }, (_, index) => madeId(KIND.session, index * 700));
  const [sessionId = ''] = ids;
  return {
    'who is signed in': { run: () => sessions.findStates(ids) },
    'a session to be renewed': { run: () => sessions.findRefreshState(sessionId, 20) },
    'renewing a session': {
      run: () => sessions.rotate({ sessionId, generation: 9 }, 30),
    },
    'ending a session': { run: () => sessions.revoke(NOBODY, 'SIGNED_OUT') },
    'ending all sessions of somebody': {
      run: inTransaction(database, (tx) => sessions.revokeAllOf(tx, TYPICAL.student, 'TEST')),
    },
    'an account by its e-mail': { run: () => users.findByEmail('u777@example.org') },
    'an account': { run: () => users.findById(TYPICAL.student) },
  };
}
