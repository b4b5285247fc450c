import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import { cx } from '../../../components/ui/cx';
import { isBlocked, type NumberedQuestion } from '../lib/questions';
import { DiagnosticList } from './diagnostic-list';
import { KeyChooser } from './key-chooser';
import { OptionList } from './option-list';
import { QuestionForm } from './question-form';
import { QuestionHead } from './question-head';
import { SourceText } from './source-text';

interface QuestionCardProps {
  quizId: string;
  item: NumberedQuestion;
  editable: boolean;
  onRemove: () => void;
  /** Chosen on a page where its source stands beside it. */
  chosen?: boolean;
  /** Leads to its paragraphs, where the document stands beside it. */
  onShowSource?: () => void;
}

/** One question with its key; a question that cannot be published opens with the answer to be chosen. */
export function QuestionCard(props: QuestionCardProps) {
  const { quizId, item, editable, chosen = false, onShowSource } = props;
  const { number, question } = item;
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  const blocked = isBlocked(question);
  const [editing, setEditing] = useState(false);
  const finish = () => {
    setEditing(false);
    // What had the focus is gone: it stays with the question.
    card.current?.focus({ preventScroll: true });
  };
  return (
    <Card
      ref={card}
      id={`question-${number}`}
      role="group"
      aria-labelledby={titleId}
      tabIndex={-1}
      data-row-focus
      className={cx(
        'scroll-mt-24',
        chosen ? 'border-accent ring-2 ring-accent' : blocked && 'border-danger/60',
      )}
    >
      <QuestionHead
        item={item}
        titleId={titleId}
        onEdit={editable && !editing ? () => setEditing(true) : undefined}
        onRemove={editable ? props.onRemove : undefined}
        onShowSource={onShowSource}
      />
      <div className="flex flex-col gap-3 px-5 pt-2 pb-4">
        {question.diagnostics.length > 0 && (
          <DiagnosticList diagnostics={question.diagnostics} quoting={!onShowSource} />
        )}
        {editing && editable ? (
          <QuestionForm quizId={quizId} question={question} onDone={finish} />
        ) : (
          <QuestionBody
            quizId={quizId}
            item={item}
            editable={editable}
            onSettled={finish}
            onEdit={() => setEditing(true)}
          />
        )}
        {question.source && !onShowSource && (
          <SourceText text={question.source.text} open={blocked} />
        )}
      </div>
    </Card>
  );
}

interface QuestionBodyProps extends Pick<QuestionCardProps, 'quizId' | 'item' | 'editable'> {
  onSettled: () => void;
  onEdit: () => void;
}

function QuestionBody({ quizId, item, editable, onSettled, onEdit }: QuestionBodyProps) {
  const { t } = useTranslation('quizzes');
  const { question } = item;
  const isOpen = isBlocked(question) && editable;
  const hasOptions = question.options.length > 0;
  return (
    <>
      <RichContent content={question.stem} className="text-lg" />
      {isOpen && hasOptions ? (
        <KeyChooser
          key={question.options.map(({ correct }) => correct).join()}
          quizId={quizId}
          question={question}
          onDone={onSettled}
        />
      ) : (
        <OptionList question={question} />
      )}
      {isOpen && !hasOptions && (
        <div className="flex flex-col items-start gap-3">
          <p className="text-ink-soft">{t('noOptions')}</p>
          <Button icon="pencil" onClick={onEdit}>
            {t('giveAnswer')}
          </Button>
        </div>
      )}
      {question.explanation && question.explanation.length > 0 && (
        <div className="rounded-md bg-sunken px-4 py-3">
          <p className="mb-1 text-sm font-medium text-ink-soft">{t('explanation')}</p>
          <RichContent content={question.explanation} />
        </div>
      )}
    </>
  );
}
