import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Badge } from '../../../components/ui/badge';
import { Card } from '../../../components/ui/card';
import { IconButton } from '../../../components/ui/icon-button';
import { useFormat } from '../../../hooks/use-format';
import { isBlocked, type NumberedQuestion } from '../lib/questions';
import { DiagnosticList } from './diagnostic-list';
import { KeyChooser } from './key-chooser';
import { OptionList } from './option-list';
import { SourceText } from './source-text';

interface QuestionCardProps {
  quizId: string;
  item: NumberedQuestion;
  editable: boolean;
  onRemove: () => void;
}

/** One question with its key; a question that cannot be published opens with the answer to be chosen. */
export function QuestionCard({ quizId, item, editable, onRemove }: QuestionCardProps) {
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const { number, question } = item;
  const titleId = useId();
  const blocked = isBlocked(question);
  const [choosing, setChoosing] = useState(false);
  const hasOptions = question.options.length > 0;
  const showChooser = editable && hasOptions && (choosing || blocked);
  return (
    <Card
      id={`question-${number}`}
      role="group"
      aria-labelledby={titleId}
      className={`scroll-mt-24 ${blocked ? 'border-danger/60' : ''}`}
    >
      <div className="flex items-start gap-3 px-5 pt-3">
        <div className="flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <h3 id={titleId} className="font-semibold">
            {t('question', { number })}
          </h3>
          <Badge>{t(`type${question.type}`)}</Badge>
          <span className="text-sm text-ink-soft">
            {t('points', { count: question.points, points: format.number(question.points) })}
          </span>
        </div>
        {editable && hasOptions && !showChooser && (
          <IconButton
            icon="pencil"
            label={t('changeKey', { number })}
            onClick={() => setChoosing(true)}
            className="-me-3"
          />
        )}
        {editable && (
          <IconButton
            icon="trash"
            label={t('removeQuestion', { number })}
            onClick={onRemove}
            className="-me-2"
          />
        )}
      </div>
      <div className="flex flex-col gap-3 px-5 pt-2 pb-4">
        {question.diagnostics.length > 0 && <DiagnosticList diagnostics={question.diagnostics} />}
        <RichContent content={question.stem} className="text-lg" />
        {showChooser ? (
          <KeyChooser
            key={question.options.map(({ correct }) => correct).join()}
            quizId={quizId}
            question={question}
            onDone={() => setChoosing(false)}
            onCancel={blocked ? undefined : () => setChoosing(false)}
          />
        ) : (
          <OptionList question={question} />
        )}
        {blocked && !hasOptions && <p className="text-ink-soft">{t('noOptions')}</p>}
        {question.explanation && question.explanation.length > 0 && (
          <div className="rounded-md bg-sunken px-4 py-3">
            <p className="mb-1 text-sm font-medium text-ink-soft">{t('explanation')}</p>
            <RichContent content={question.explanation} />
          </div>
        )}
        {question.source && <SourceText text={question.source.text} open={blocked} />}
      </div>
    </Card>
  );
}
