import { createServer } from 'node:http';
import pg from 'pg';

// What a save costs at the least: no sign-in, no checks, no history, one versioned update with a commit of its own.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const UPDATE = {
  name: 'bare-save',
  text: `UPDATE bare_attempts SET version = version + 1, answers = answers || $3::jsonb, current_index = $4,
           time_spent = greatest(time_spent, $5), saved_at = now()
         WHERE id = $1 AND version = $2 RETURNING version, saved_at`,
};

/** @param {string} attemptId @param {string} text */
async function save(attemptId, text) {
  const { clientId, baseVersion, answers, currentQuestionIndex, timeSpent } = JSON.parse(text);
  const at = new Date().toISOString();
  /** @type {Record<string, unknown>} */
  const delta = {};
  for (const { questionId, value } of answers) delta[questionId] = { value, at, device: clientId };
  const values = [attemptId, baseVersion, JSON.stringify(delta), currentQuestionIndex, timeSpent];
  const { rows } = await pool.query({ ...UPDATE, values });
  return rows[0];
}

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () => {
    const attemptId = request.url?.split('/')[3] ?? '';
    save(attemptId, text).then(
      (row) => answer(row ? 200 : 409, row ? { version: row.version, savedAt: row.saved_at } : {}),
      (error) => answer(500, { error: String(error) }),
    );
  });
  const answer = (/** @type {number} */ status, /** @type {object} */ body) => {
    const json = JSON.stringify(body);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(json),
    });
    response.end(json);
  };
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
