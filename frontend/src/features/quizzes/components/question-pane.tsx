import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { VirtualList, type ListTarget } from '../../../components/ui/virtual-list';
import type { NumberedQuestion } from '../lib/questions';
import { QuestionCard } from './question-card';

interface QuestionPaneProps {
  quizId: string;
  questions: readonly NumberedQuestion[];
  chosenId: string | null;
  target: ListTarget | null;
  editable: boolean;
  /** `jump`: the focus goes to its paragraphs. */
  onChoose: (questionId: string, jump: boolean) => void;
  onRemove: (item: NumberedQuestion) => void;
}

/** The questions of a draft beside their source, however many they are. */
export function QuestionPane(props: QuestionPaneProps) {
  const { quizId, questions, chosenId, target, editable, onChoose, onRemove } = props;
  const { t } = useTranslation('quizzes');
  // What was begun in a question is not lost by scrolling it out of sight.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const keep = useMemo(
    () => questions.flatMap(({ question }, index) => (touched.has(question.id) ? [index] : [])),
    [questions, touched],
  );
  const key = useCallback((index: number) => questions[index]?.question.id ?? index, [questions]);

  const touch = (id: string) => {
    if (!touched.has(id)) setTouched(new Set(touched).add(id));
    onChoose(id, false);
  };

  if (questions.length === 0) {
    return (
      <div className="flex flex-col items-start gap-4 p-5">
        <p className="text-ink-soft">{t('noQuestions')}</p>
        <ButtonLink to="/admin/import/guide" icon="help">
          {t('guide')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <VirtualList
      label={t('allQuestions')}
      count={questions.length}
      estimate={280}
      itemKey={key}
      target={target}
      keep={keep}
      className="min-h-0 flex-1 bg-canvas"
    >
      {(index) => {
        const item = questions[index];
        if (!item) return null;
        const { id } = item.question;
        return (
          <div className="px-3 py-2" onFocus={() => touch(id)} onClick={() => onChoose(id, false)}>
            <QuestionCard
              quizId={quizId}
              item={item}
              editable={editable}
              chosen={id === chosenId}
              onRemove={() => onRemove(item)}
              onShowSource={() => onChoose(id, true)}
            />
          </div>
        );
      }}
    </VirtualList>
  );
}
