import { Injectable } from '@nestjs/common';
import { AppLogger } from '../logger/app-logger.js';
import { LimitHistory } from './limit-history.js';
import { OnceAWindow } from './once-a-window.js';
import type { Rule } from './rules.js';
import type { Subject } from './subject.js';

/** From this share of a limit on, the log says who is about to meet it. */
const NEAR = 0.8;

/** What one rule said to one request. */
export interface Verdict {
  rule: Rule;
  subject: Subject;
  allowed: boolean;
  limit: number;
  remaining: number;
}

/** Keeps account of what the limits do, and tells the log of who meets them or nearly does: once a window each. */
@Injectable()
export class LimitRecorder {
  private readonly near = new OnceAWindow();
  private readonly over = new OnceAWindow();

  constructor(
    private readonly history: LimitHistory,
    private readonly logger: AppLogger,
  ) {}

  record(verdict: Verdict): void {
    const { rule, subject, allowed, limit, remaining } = verdict;
    // Where a process holds the count there are many requests, and only who is refused is of interest.
    const worthKnowing = rule.heldIn === 'redis' || !allowed;
    this.history.add(rule.name, allowed, worthKnowing ? subject : undefined);
    if (!allowed) this.tell('rate limit reached', this.over, verdict);
    else if (limit - remaining >= NEAR * limit) {
      this.tell('rate limit nearly reached', this.near, verdict);
    }
  }

  /** One more request that is far from being refused. */
  note(rule: Rule, subject?: Subject): void {
    this.history.add(rule.name, true, subject);
  }

  private tell(message: string, told: OnceAWindow, { rule, subject, ...verdict }: Verdict): void {
    const { name, windowSeconds } = rule;
    if (!told.isFirst(`${name}|${subject.kind}|${subject.id}`, windowSeconds)) return;
    const { limit, remaining } = verdict;
    this.logger.warn(message, {
      limit: name,
      [subject.kind]: subject.id,
      allowed: limit,
      remaining,
      windowSeconds,
    });
  }
}
