import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import type { Findings } from '../lib/recovery';
import { AnswerText } from '../../../components/content/answer-text';
import { ScrollText } from './scroll-text';

interface RecoveryDialogProps {
  findings: Findings;
  questions: AttemptQuestion[];
  onKeep: () => void;
  onDiscard: () => void;
}

/** What a page that went away left on this device, beside what the server has. */
export function RecoveryDialog({ findings, questions, onKeep, onDiscard }: RecoveryDialogProps) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const keep = useRef<HTMLButtonElement>(null);
  // The browser would focus the first button, and Enter would throw answers away.
  useEffect(() => {
    keep.current?.focus();
  }, []);
  const found = new Map(findings.answers.map((answer) => [answer.questionId, answer]));
  const when = findings.lastAt === null ? '' : format.dateTime(findings.lastAt);
  return (
    <Dialog
      open
      title={t('recoveryTitle')}
      footer={
        <>
          <Button onClick={onDiscard}>{t('recoveryDiscard')}</Button>
          <Button ref={keep} variant="primary" onClick={onKeep}>
            {t('recoveryKeep')}
          </Button>
        </>
      }
    >
      <ScrollText label={t('recoveryTitle')}>
        <p className="text-ink-soft">
          {t('recoveryText', { count: findings.answers.length, when })}
        </p>
        <ul className="mt-4 flex flex-col divide-y divide-line">
          {questions.map((question, index) => {
            const answer = found.get(question.id);
            if (!answer) return null;
            return (
              <li key={question.id} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-2">
                <p className="font-medium sm:col-span-2">{t('item', { number: index + 1 })}</p>
                <div>
                  <p className="text-sm text-ink-soft">{t('recoveryHere')}</p>
                  <AnswerText question={question} value={answer.value} />
                </div>
                <div>
                  <p className="text-sm text-ink-soft">{t('recoveryServer')}</p>
                  <AnswerText question={question} value={answer.serverValue} />
                </div>
              </li>
            );
          })}
        </ul>
      </ScrollText>
    </Dialog>
  );
}
