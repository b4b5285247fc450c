import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerText } from '../../../components/content/answer-text';
import { RichContent } from '../../../components/content/rich-content';
import { Badge, type BadgeTone } from '../../../components/ui/badge';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import type { AnswerValue, LateAnswer, LateAnswerSet } from '../../../lib/api/generated/types.gen';
import type { OneLate } from '../lib/late-answers';
import { LateButtons } from './late-buttons';
import { LateProof } from './late-proof';
import { LateReversal } from './late-reversal';

const TONES = {
  WAITING: 'warning',
  ACCEPTED: 'success',
  REFUSED: 'neutral',
} as const satisfies Record<LateAnswerSet['state'], BadgeTone>;

/** One late answer: what it says beside what counts, what is known of it, and what is decided. */
export function LateAnswerCard({ attemptId, late }: { attemptId: string; late: OneLate }) {
  const { t } = useTranslation('invigilation');
  const [reversing, setReversing] = useState(false);
  const { set, answer } = late;
  const isAccepted = set.state === 'ACCEPTED';
  return (
    <Card className="flex flex-col gap-4 p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-medium">{t('question', { number: answer.position })}</h3>
        <Badge tone={TONES[set.state]}>{t(`late${set.state}`)}</Badge>
      </div>
      <RichContent content={answer.stem} />
      <dl className="grid gap-4 sm:grid-cols-2">
        <Said name={t('lateValue')} answer={answer} value={answer.value} />
        <Said name={t('lateCounts')} answer={answer} value={answer.graded} />
        {isAccepted && <Said name={t('lateBefore')} answer={answer} value={answer.replaced} />}
      </dl>
      <LateProof set={set} />
      {set.state === 'WAITING' ? (
        <LateButtons
          attemptId={attemptId}
          lates={[late]}
          accept={t('lateAccept')}
          refuse={t('lateRefuse')}
        />
      ) : (
        <Button className="self-start" onClick={() => setReversing(true)}>
          {isAccepted ? t('lateTakeBack') : t('lateAcceptAfterAll')}
        </Button>
      )}
      {reversing && (
        <LateReversal attemptId={attemptId} late={late} onClose={() => setReversing(false)} />
      )}
    </Card>
  );
}

function Said({ name, answer, value }: { name: string; answer: LateAnswer; value: AnswerValue }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="mt-0.5 break-words">
        <AnswerText question={answer} value={value} />
      </dd>
    </div>
  );
}
