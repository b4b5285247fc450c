import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { SaveProgressRequest } from '../../../src/modules/attempts/attempts.dto.js';
import { canonicalJson, sha256Hex } from '../../../src/shared/hash.js';
import type { Exam } from '../exam.js';
import { heard, untilHeard } from '../heard.js';
import { Page, questionAt, valueFor, type Fate } from '../page-model.js';
import type { Student } from '../student.js';
import type { LedgerFile, LedgerLine } from './ledger-file.js';
import { valuesOf } from './verdict.js';

const RHYTHM_MS = { least: 60, most: 260 };
const FATES: Fate[] = ['heard', 'heard', 'heard', 'heard', 'unheard', 'doubled', 'lost'];
const SUBMITS_PER_DEVICE = 3;

/** Random numbers from 0 up to, but not with, `below`. */
function dice(below: number): number {
  return Math.floor(Math.random() * below);
}

/** A student with one or two devices who chooses and saves without end, and writes all of it into the ledger. */
export class SimulatedStudent {
  readonly attemptId: string;
  /** When the request was sent that was acknowledged last; `performance.now()`. */
  lastServed = 0;
  private readonly student: Student;
  private readonly exam: Exam;
  private readonly ledger: LedgerFile;
  private devices: Page[];
  private isOn = false;
  private isSettling = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    student: Student,
    attemptId: string,
    exam: Exam,
    devices: number,
    ledger: LedgerFile,
  ) {
    this.student = student;
    this.attemptId = attemptId;
    this.exam = exam;
    this.ledger = ledger;
    this.devices = Array.from({ length: devices }, () => new Page((it) => this.deliver(it)));
  }

  begin(): void {
    this.isOn = true;
    this.running = this.act();
    // A student who fails is heard of at `end`.
    this.running.catch(() => undefined);
  }

  /** Stops choosing; resolves when no request is under way. */
  async end(): Promise<void> {
    this.isOn = false;
    await this.running;
  }

  /** Saves until everything is acknowledged on every device and each knows of the others. */
  async settle(): Promise<void> {
    this.isSettling = true;
    for (const device of [...this.devices, ...this.devices]) await device.settle();
    this.isSettling = false;
  }

  /** What differs between the server's view, what the devices show, and what was chosen on them. */
  async differences(): Promise<string[]> {
    const { body } = await untilHeard(() => this.student.attempt(this.attemptId));
    const kept = valuesOf(body.answers);
    const seen = this.devices.every((device) => isDeepStrictEqual(device.values(), kept));
    const chosen = Object.keys(kept).every((id) =>
      this.devices.some(({ chosen: choices }) => isDeepStrictEqual(choices[id], kept[id])),
    );
    const complete = this.devices.every((device) =>
      Object.keys(device.chosen).every((id) => id in kept),
    );
    return [
      ...(seen ? [] : [`${this.attemptId}: a device shows other answers than the server`]),
      ...(chosen && complete ? [] : [`${this.attemptId}: the answers are not those last chosen`]),
    ];
  }

  /** Hands in from every device several times at once, each with one more choice not saved before. */
  submitAll(): Promise<Awaited<ReturnType<Student['submit']>>['body'][]> {
    const requests = this.devices.map((device) => {
      this.chooseOn(device);
      return device.nextMutation();
    });
    const times = Array.from({ length: SUBMITS_PER_DEVICE }, () => requests).flat();
    return Promise.all(times.map((request) => this.submit(request)));
  }

  private async submit(request: SaveProgressRequest) {
    const line = lineOf(this.attemptId, 'submit', request);
    await this.ledger.write({ ...line, values: toValues(request) });
    const { status, body } = await untilHeard(() => this.student.submit(this.attemptId, request));
    await this.ledger.write({ ...line, status });
    if (status !== 200) throw new Error(`a submit was refused: ${JSON.stringify(body)}`);
    return body;
  }

  private async act(): Promise<void> {
    while (this.isOn) {
      // Now and then both devices reach the server at the same moment.
      const acting = dice(5) === 0 ? this.devices.keys() : [dice(this.devices.length)];
      await Promise.all([...acting].map((index) => this.actOn(index)));
      await pause(RHYTHM_MS.least + dice(RHYTHM_MS.most - RHYTHM_MS.least));
    }
  }

  private async actOn(index: number): Promise<void> {
    const device = this.devices[index];
    if (!device) return;
    if (dice(60) === 0) {
      this.devices[index] = device.reopen();
      return device.arriveUnheard();
    }
    if (dice(2) === 0) this.chooseOn(device);
    device.send();
    await device.arrive(dice(100), FATES[dice(FATES.length)] ?? 'heard');
  }

  private chooseOn(device: Page): void {
    const question = questionAt(this.exam, dice(1_000));
    device.choose(question.id, valueFor(question, dice(1_000)));
  }

  private async deliver(request: SaveProgressRequest) {
    const ask = () => this.send(request);
    // A fault in the end of a round is over: what was not heard is asked again.
    return this.isSettling ? untilHeard(ask) : heard(ask);
  }

  private async send(request: SaveProgressRequest) {
    const line = lineOf(this.attemptId, 'save', request);
    await this.ledger.write({ ...line, values: toValues(request) });
    const sentAt = performance.now();
    try {
      const reply = await this.student.save(this.attemptId, request);
      const { version, superseded } = reply.body;
      await this.ledger.write({ ...line, status: reply.status, version, superseded });
      if (reply.status === 200) this.lastServed = Math.max(this.lastServed, sentAt);
      return reply;
    } catch (error) {
      await this.ledger.write({ ...line, status: 0 });
      throw error;
    }
  }
}

function toValues(request: SaveProgressRequest) {
  return Object.fromEntries(request.answers.map(({ questionId, value }) => [questionId, value]));
}

function lineOf(
  attempt: string,
  kind: LedgerLine['kind'],
  request: SaveProgressRequest,
): LedgerLine {
  const { clientId: client, seq } = request;
  const hash = sha256Hex(canonicalJson(request));
  const mutationId = `${client}:${seq}`;
  return { attempt, mutationId, client, seq, hash, kind, status: null, version: null };
}
