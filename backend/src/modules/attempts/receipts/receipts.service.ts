import { Injectable } from '@nestjs/common';
import { notFound } from '../../../shared/app-error.js';
import { statusName, toReceiptEntry } from '../attempts.mapper.js';
import { valuesHash } from '../domain/receipt.js';
import { OutcomeRepository, type ReceiptFacts } from '../submission/outcome.repository.js';
import type { AdminReceiptCheckDto, ReceiptCheckDto } from './receipts.dto.js';

/** Holds receipts against the answers they were issued for. */
@Injectable()
export class ReceiptsService {
  constructor(private readonly outcomes: OutcomeRepository) {}

  /** For the student whose attempt it is. */
  async check(userId: string, attemptId: string, receiptId: string): Promise<ReceiptCheckDto> {
    const facts = await this.getReceipt(receiptId);
    if (facts.student.id !== userId || facts.attempt.id !== attemptId.toLowerCase())
      throw notFound('receipt');
    return toCheck(facts);
  }

  async checkForStaff(receiptId: string): Promise<AdminReceiptCheckDto> {
    const facts = await this.getReceipt(receiptId);
    const { id, number, status, quizId, title } = facts.attempt;
    return {
      ...toCheck(facts),
      attempt: { id, number, status: statusName(status), quiz: { id: quizId, title } },
      student: facts.student,
    };
  }

  private async getReceipt(receiptId: string): Promise<ReceiptFacts> {
    const facts = await this.outcomes.findReceipt(receiptId);
    if (!facts) throw notFound('receipt');
    return facts;
  }
}

function toCheck({ entry, current, values }: ReceiptFacts): ReceiptCheckDto {
  const verified = valuesHash(values) === entry.answersHash;
  return { receipt: toReceiptEntry(entry), current, verified };
}
