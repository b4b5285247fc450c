import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/content.js';
import { autoNumberedQuiz, colouredQuizWithPicture } from '../../../../test/docx/quiz-documents.js';
import { paragraph, rawDocx } from '../../../../test/docx/raw-docx.js';
import { typicalQuiz } from '../../../../test/docx/typical-quiz.js';
import { withoutNetwork } from './network-isolation.js';
import type { ParserUsage } from './parser-messages.js';
import { runParser } from './parser-process.js';

// The child is the compiled one, as in production: the tests run after a build.
const childPath = fileURLToPath(
  new URL('../../../../dist/modules/word-import/parser/parser-child.js', import.meta.url),
);

const folder = mkdtempSync(join(tmpdir(), 'parser-child-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A child of our own making, to see what becomes of one that misbehaves. */
function misbehaving(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return path;
}

const document = rawDocx({ body: paragraph('1. Which?') });

describe('the parser in a process of its own', () => {
  beforeAll(() => {
    if (!existsSync(childPath))
      throw new Error(`Build the backend first: ${childPath} is missing.`);
  });

  it('reads a quiz with numbers and letters of Word itself', async () => {
    const quiz = await runParser(await autoNumberedQuiz(12), { childPath });
    expect(quiz.questions.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, index) => String(index + 1)),
    );
    expect(quiz.questions[4]?.options).toHaveLength(4);
    expect(quiz.questions.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(
      quiz.questions.map(({ options }) => options.findIndex(({ correct }) => correct)),
    ).toEqual(Array.from({ length: 12 }, () => 0));
  });

  it('reads an ordinary test of pictures, tables and formulas, and tells what that cost', async () => {
    const costs: ParserUsage[] = [];
    const quiz = await runParser(typicalQuiz(60), {
      childPath,
      onUsage: (usage) => costs.push(usage),
    });
    expect(quiz.questions.map(({ options }) => options.map(({ correct }) => correct))).toEqual(
      Array.from({ length: 60 }, (_, at) => [0, 1, 2, 3].map((option) => option === (at + 1) % 4)),
    );
    expect(costs).toHaveLength(1);
    expect(costs[0]?.peakMegabytes).toBeGreaterThan(20);
    expect(costs[0]?.cpuSeconds).toBeGreaterThan(0);
  });

  it('hands over pictures and says how far it is', async () => {
    const stages: string[] = [];
    const quiz = await runParser(await colouredQuizWithPicture(), {
      childPath,
      onProgress: (stage) => stages.push(stage),
    });
    expect(quiz.title).toBe('Colours of the flag');
    expect(stages).toEqual(['READING', 'RECOGNISING']);
    expect(quiz.media).toMatchObject([{ mime: 'image/png', width: 40, height: 30 }]);
    expect(quiz.questions[0]?.stem).toMatchObject([
      {
        children: [
          { text: 'Which flag is this?' },
          { type: 'image', media: quiz.media[0]?.sha256, width: 80, height: 60 },
        ],
      },
    ]);
    expect(quiz.questions[1]?.type).toBe('TRUE_FALSE');
    expect(plainText(quiz.questions[1]?.options[0]?.content ?? [])).toBe('Yes');
  });

  it('ends a file’s own fault with its code', async () => {
    const bytes = rawDocx({ body: paragraph('x'), prolog: '<!DOCTYPE x>' });
    await expect(runParser(bytes, { childPath })).rejects.toMatchObject({ code: 'XML_FORBIDDEN' });
  });

  it('keeps 2000 questions within its limits', async () => {
    const quiz = await runParser(await autoNumberedQuiz(2000), { childPath });
    expect(quiz.questions).toHaveLength(2000);
  }, 30_000);
});

describe('a parser that misbehaves', () => {
  it('is ended when it takes too long', async () => {
    const forever = misbehaving('forever', 'setInterval(() => {}, 1000);');
    await expect(
      runParser(document, { childPath: forever, timeoutSeconds: 0.1 }),
    ).rejects.toMatchObject({ code: 'DOC_TIMEOUT' });
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is ended when it works too long, however long it waited for its turn',
    async () => {
      const busy = misbehaving('busy', 'for (;;);');
      await expect(
        runParser(document, { childPath: busy, timeoutSeconds: 0.5 }),
      ).rejects.toMatchObject({ code: 'DOC_TIMEOUT', detail: 'more than 0.5 s' });
    },
  );

  it('is ended when its heap grows too large', async () => {
    const greedy = misbehaving('heap', 'const all = []; for (;;) all.push({ a: [1, 2, 3] });');
    await expect(
      runParser(document, { childPath: greedy, memoryMegabytes: 96 }),
    ).rejects.toMatchObject({ code: 'DOC_MEMORY' });
  }, 20_000);

  it.runIf(existsSync('/proc/self/status'))(
    'is ended when it takes too much memory outside its heap',
    async () => {
      const greedy = misbehaving(
        'buffers',
        'const all = []; setInterval(() => all.push(Buffer.alloc(2 ** 25, 1)), 20);',
      );
      await expect(
        runParser(document, { childPath: greedy, memoryMegabytes: 160 }),
      ).rejects.toMatchObject({ code: 'DOC_MEMORY' });
    },
    20_000,
  );

  it('is told apart from a bad file when it crashes or answers nonsense', async () => {
    const crash = misbehaving('crash', 'process.exit(3);');
    const nonsense = misbehaving('nonsense', 'process.stdout.write(\'{"ok":true,"quiz":{}}\');');
    for (const path of [crash, nonsense, join(folder, 'missing.mjs')]) {
      await expect(runParser(document, { childPath: path })).rejects.toMatchObject({
        code: 'PARSER_CRASHED',
      });
    }
  });

  it('has no environment and may neither write, nor start programs', async () => {
    const probe = misbehaving(
      'probe',
      `import { writeFileSync } from 'node:fs';
       import { spawnSync } from 'node:child_process';
       const tries = [() => writeFileSync('${join(folder, 'written')}', 'x'), () => spawnSync('true')];
       const refused = tries.every((attempt) => { try { attempt(); return false; } catch (error) { return error.code === 'ERR_ACCESS_DENIED'; } });
       const detail = JSON.stringify({ env: Object.keys(process.env), refused });
       process.stdout.write(JSON.stringify({ ok: false, code: 'PARSER_CRASHED', detail }));`,
    );
    await expect(runParser(document, { childPath: probe })).rejects.toMatchObject({
      detail: '{"env":[],"refused":true}',
    });
  });

  it.runIf(existsSync('/proc/self/autogroup'))(
    'yields to whoever waits for the API: it is nice, and so is its whole session',
    async () => {
      const probe = misbehaving(
        'nice',
        `import { readFileSync } from 'node:fs';
         import { getPriority } from 'node:os';
         const group = readFileSync('/proc/self/autogroup', 'utf8').split(' nice ');
         const detail = JSON.stringify({ own: getPriority(), session: Number(group[1]) });
         process.stdout.write(JSON.stringify({ ok: false, code: 'PARSER_CRASHED', detail }));`,
      );
      await expect(runParser(document, { childPath: probe })).rejects.toMatchObject({
        detail: '{"own":5,"session":5}',
      });
    },
  );

  it('reaches no network, wherever it runs', async () => {
    const denied = fileURLToPath(new URL('./deny-network.js', pathToFileURL(childPath)));
    const probe = misbehaving(
      'online',
      `import '${pathToFileURL(denied).href}';
       import { connect, createServer } from 'node:net';
       import { createSocket } from 'node:dgram';
       const tries = [() => connect(1, '127.0.0.1'), () => createServer().listen(0), () => createSocket('udp4').bind(), () => fetch('http://127.0.0.1:8081')];
       const results = await Promise.allSettled(tries.map(async (attempt) => attempt()));
       const detail = results.map(({ reason }) => String(reason?.cause ?? reason)).join(';');
       process.stdout.write(JSON.stringify({ ok: false, code: 'PARSER_CRASHED', detail }));`,
    );
    const refusal = 'Error: The parser has no network.';
    await expect(runParser(document, { childPath: probe })).rejects.toMatchObject({
      detail: Array.from({ length: 4 }, () => refusal).join(';'),
    });
  });

  it.runIf(withoutNetwork().length > 0)('has no network of the machine either', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const probe = misbehaving(
      'loopback',
      `import { connect } from 'node:net';
       connect(${port}, '127.0.0.1').on('error', ({ code }) =>
         process.stdout.write(JSON.stringify({ ok: false, code: 'PARSER_CRASHED', detail: code }))).on('connect', () => process.exit(0));`,
    );
    await expect(runParser(document, { childPath: probe })).rejects.toMatchObject({
      detail: 'ENETUNREACH',
    });
    server.close();
  });

  it('is ended when its work is not wanted any more', async () => {
    const forever = misbehaving('unwanted', 'setInterval(() => {}, 1000);');
    const stop = new AbortController();
    const running = runParser(document, { childPath: forever, signal: stop.signal });
    stop.abort(new Error('the run was lost'));
    await expect(running).rejects.toThrow('the run was lost');
  });

  it('does not mind a child that never reads its input', async () => {
    const deaf = misbehaving(
      'deaf',
      `process.stdout.write(JSON.stringify({ ok: false, code: 'NOT_DOCX', detail: '' }));`,
    );
    const large = Buffer.alloc(4 * 1024 * 1024);
    await expect(runParser(large, { childPath: deaf })).rejects.toMatchObject({ code: 'NOT_DOCX' });
  });
});
