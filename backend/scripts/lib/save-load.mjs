import { connect } from 'node:net';

// The one who saves, as a process of its own: it shares the machine with what it measures, so it speaks over plain
// sockets, with requests put together from text that was made before.

/** @typedef {import('./save-exam.mjs').Writer} Writer */
/** @typedef {{ port: number, connections: number, seconds: number, saves: number, answers: number, side: string }} Order `saves`: at least so many, whatever time they take */
/** @typedef {{ saves: number, seconds: number, p50: number, p95: number, p99: number, refused: Record<string, number> }} Measured milliseconds */

/** @type {{ writers: Writer[], choices: string[][] }} */
let exam = { writers: [], choices: [] };
/** By side: how many saves each attempt has behind it, which is its version and the number of its last mutation. */
/** @type {Map<string, Uint32Array>} */
const savedBySide = new Map();
let nextWriter = 0;

process.on('message', (/** @type {any} */ message) => {
  if (message.exam) {
    exam = message.exam;
    process.send?.('ready');
  } else void measure(message.order).then((measured) => process.send?.(measured));
});

/** @param {Order} order @returns {Promise<Measured>} */
async function measure(order) {
  const saved = savedBySide.get(order.side) ?? new Uint32Array(exam.writers.length);
  savedBySide.set(order.side, saved);
  const answers = answerTexts(order.answers);
  /** @type {number[]} */
  const milliseconds = [];
  /** @type {Record<string, number>} */
  const refused = {};
  const begin = performance.now();
  const end = begin + order.seconds * 1000;
  const goesOn = () => performance.now() < end || milliseconds.length < order.saves;
  const lane = () =>
    new Promise((/** @type {(value?: unknown) => void} */ done, fail) => {
      const socket = connect(order.port, '127.0.0.1');
      socket.setNoDelay(true);
      let writer = 0;
      let sentAt = 0;
      let received = '';
      const save = () => {
        writer = nextWriter++ % exam.writers.length;
        sentAt = performance.now();
        socket.write(requestOf(writer, saved[writer] ?? 0, answers), 'latin1');
      };
      socket.on('connect', save);
      socket.on('error', fail);
      socket.on('data', (chunk) => {
        received += chunk.toString('latin1');
        if (!isWhole(received)) return;
        milliseconds.push(performance.now() - sentAt);
        const status = received.slice(9, 12);
        if (status === '200') saved[writer] = (saved[writer] ?? 0) + 1;
        else {
          const how = `${status} ${/"code":"\w+"/.exec(received)?.[0] ?? ''}`;
          refused[how] = (refused[how] ?? 0) + 1;
        }
        received = '';
        if (goesOn()) save();
        else socket.end(done);
      });
    });
  await Promise.all(Array.from({ length: order.connections }, lane));
  const seconds = (performance.now() - begin) / 1000;
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (/** @type {number} */ share) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const saves = sorted.length - refusals;
  return { saves, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), refused };
}

/** Neighbouring questions, as a student answers them: which ones and what is chosen changes from save to save. */
function answerTexts(/** @type {number} */ count) {
  const { choices } = exam;
  return Array.from({ length: choices.length * 4 }, (_, save) =>
    Array.from({ length: count }, (_, place) => {
      const values = choices[(save * count + place) % choices.length] ?? [];
      return values[save % values.length];
    }).join(),
  );
}

/**
 * @param {number} writer
 * @param {number} saved
 * @param {string[]} answers
 */
function requestOf(writer, saved, answers) {
  const { attemptId, clientId, token } = exam.writers[writer] ?? {};
  const text = answers[(writer + saved) % answers.length];
  const body = `{"clientId":"${clientId}","seq":${saved + 1},"baseVersion":${saved},"answers":[${text}],"currentQuestionIndex":3,"timeSpent":${saved * 30}}`;
  return `PATCH /api/attempts/${attemptId}/progress HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function isWhole(/** @type {string} */ text) {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(text)?.[1];
  return text.length >= head + 4 + Number(length);
}
