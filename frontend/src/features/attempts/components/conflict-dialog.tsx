import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import type { AnswerValue } from '../lib/answers';
import type { Conflict } from '../lib/working-copy';
import { AnswerText } from '../../../components/content/answer-text';
import { ScrollText } from './scroll-text';

interface ConflictDialogProps {
  conflict: Conflict;
  questions: AttemptQuestion[];
  onResolve: (questionId: string, choice: 'mine' | 'theirs') => void;
}

/**
 * Both this page and another device changed one answer: the student says which counts. It opens while one
 * may be typing, so the focus goes to the text and not to a button that a key would press.
 */
export function ConflictDialog({ conflict, questions, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation('attempts');
  const format = useFormat();
  const { questionId, mine, theirs } = conflict;
  const index = questions.findIndex((question) => question.id === questionId);
  const question = questions[index];
  return (
    <Dialog
      open
      title={t('conflictTitle', { number: index + 1 })}
      footer={
        <>
          <Button
            onClick={() => {
              onResolve(questionId, 'theirs');
            }}
          >
            {t('conflictKeepTheirs')}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onResolve(questionId, 'mine');
            }}
          >
            {t('conflictKeepMine')}
          </Button>
        </>
      }
    >
      <ScrollText label={t('conflictText')}>
        <p className="text-ink-soft">{t('conflictText')}</p>
        {question && (
          <>
            <Side
              title={t('conflictMine', { when: format.dateTime(mine.at) })}
              question={question}
              value={mine.value}
            />
            <Side
              title={t('conflictTheirs', { when: format.dateTime(theirs.at) })}
              question={question}
              value={theirs.value}
            />
            {/* After the answers: however long it is, they are seen without scrolling. */}
            <RichContent content={question.stem} className="mt-4 font-medium" />
          </>
        )}
      </ScrollText>
    </Dialog>
  );
}

function Side(props: { title: string; question: AttemptQuestion; value: AnswerValue }) {
  return (
    <div className="mt-3 rounded-md border border-line bg-canvas px-4 py-3">
      <p className="mb-1 text-sm text-ink-soft">{props.title}</p>
      <AnswerText question={props.question} value={props.value} />
    </div>
  );
}
