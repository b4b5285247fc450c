import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../database/database.service.js';
import type { RefreshClaim } from './domain/refresh-token.js';
import type { Role } from './identity.dto.js';
import type { User } from './users.repository.js';

interface NewSession {
  id: string;
  userId: string;
  userAgent: string | null;
  ip: string | null;
}

/** Whether a session may still act, and as whom. */
export interface SessionState {
  userId: string;
  role: Role;
  revoked: boolean;
  expired: boolean;
}

/** Also how its refresh tokens stand; `justRotated` within the grace, by the database's clock. */
interface RefreshState {
  generation: number;
  justRotated: boolean;
  revoked: boolean;
  expired: boolean;
  user: User;
}

type RefreshRow = User & Omit<RefreshState, 'user'>;

const USER = `u.id, u.email, u.name, u.role::text AS role, u.created_at AS "createdAt"`;
/** A disabled account has no session in force. */
const STANDING = `(s.revoked_at IS NOT NULL OR u.disabled_at IS NOT NULL) AS revoked,
  s.expires_at <= now() AS expired`;

const INSERT = `
  INSERT INTO sessions (id, user_id, user_agent, ip, expires_at)
  VALUES ($1::uuid, $2::uuid, $3, $4, now() + make_interval(days => $5::int))`;
const FIND_STATES = {
  name: 'identity.session-states',
  text: `SELECT s.id, u.id AS "userId", u.role::text AS role, ${STANDING}
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = ANY($1::uuid[])`,
};
const FIND_REFRESH_STATE = {
  name: 'identity.refresh-state',
  text: `SELECT ${USER}, s.generation, ${STANDING},
      s.rotated_at > now() - make_interval(secs => $2::int) AS "justRotated"
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1::uuid`,
};
const ROTATE = {
  name: 'identity.rotate-session',
  text: `UPDATE sessions s SET generation = s.generation + 1, rotated_at = now(),
      expires_at = now() + make_interval(days => $3::int)
    FROM users u
    WHERE s.id = $1::uuid AND s.generation = $2::int AND s.revoked_at IS NULL
      AND s.expires_at > now() AND u.id = s.user_id AND u.disabled_at IS NULL
    RETURNING ${USER}`,
};
const REVOKE = {
  name: 'identity.revoke-session',
  text: `UPDATE sessions SET revoked_at = now(), revoke_reason = $2
    WHERE id = $1::uuid AND revoked_at IS NULL RETURNING user_id AS "userId"`,
};
const REVOKE_ALL = `
  UPDATE sessions SET revoked_at = now(), revoke_reason = $2
  WHERE user_id = $1::uuid AND revoked_at IS NULL`;

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, session: NewSession, days: number): Promise<void> {
    const { id, userId, userAgent, ip } = session;
    await tx.query(INSERT, [id, userId, userAgent, ip, days]);
  }

  /** In the order of the ids; null where there is no such session. */
  async findStates(ids: readonly string[]): Promise<(SessionState | null)[]> {
    const rows = await this.database.queryGroup<SessionState & { id: string }>(FIND_STATES, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }

  async findRefreshState(id: string, graceSeconds: number): Promise<RefreshState | null> {
    const [row] = await this.database.query<RefreshRow>(FIND_REFRESH_STATE, [id, graceSeconds]);
    if (row === undefined) return null;
    const { generation, justRotated, revoked, expired, ...user } = row;
    return { generation, justRotated, revoked, expired, user };
  }

  /** Puts the next generation in force if this one still is; null when it is not. */
  async rotate({ sessionId, generation }: RefreshClaim, days: number): Promise<User | null> {
    const [user] = await this.database.query<User>(ROTATE, [sessionId, generation, days]);
    return user ?? null;
  }

  /** The id of the session's user, or null when there was nothing to end. */
  async revoke(id: string, reason: string): Promise<string | null> {
    const [row] = await this.database.query<{ userId: string }>(REVOKE, [id, reason]);
    return row?.userId ?? null;
  }

  async revokeAllOf(tx: Transaction, userId: string, reason: string): Promise<void> {
    await tx.query(REVOKE_ALL, [userId, reason]);
  }
}
