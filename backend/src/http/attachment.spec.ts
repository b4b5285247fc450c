import { describe, expect, it } from 'vitest';
import { attachment } from './attachment.js';

describe('the name of a download', () => {
  it.each([
    ['Unit 3', `filename="Unit 3.docx"; filename*=UTF-8''Unit%203.docx`],
    [
      'Đề kiểm tra',
      `filename="e kiem tra.docx"; filename*=UTF-8''%C4%90%E1%BB%81%20ki%E1%BB%83m%20tra.docx`,
    ],
    ['测验', `filename="quiz.docx"; filename*=UTF-8''%E6%B5%8B%E9%AA%8C.docx`],
    [
      'a/b\\c:"d"\r\nX-Evil: 1',
      `filename="a b c d X-Evil 1.docx"; filename*=UTF-8''a%20b%20c%20d%20X-Evil%201.docx`,
    ],
    ["it's (new)", `filename="it's (new).docx"; filename*=UTF-8''it%27s%20%28new%29.docx`],
    ['..', `filename="quiz.docx"; filename*=UTF-8''quiz.docx`],
    ['\ud800', `filename="quiz.docx"; filename*=UTF-8''%EF%BF%BD.docx`],
  ])('of %j is safe for headers and file systems', (name, expected) => {
    expect(attachment(name, 'docx')).toBe(`attachment; ${expected}`);
  });

  it('is no longer than file systems take', () => {
    expect(attachment('題'.repeat(500), 'docx').length).toBeLessThan(1200);
  });
});
