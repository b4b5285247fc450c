import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
import { VirtualList } from '../../../components/ui/virtual-list';
import type { ListTarget } from '../../../components/ui/wanted-row';
import { useTouched } from '../hooks/use-touched';
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
  const { keep, touch } = useTouched(questions);
  const key = useCallback((index: number) => questions[index]?.question.id ?? index, [questions]);

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
          <div
            className="px-3 py-2"
            onFocus={() => {
              touch(id);
              onChoose(id, false);
            }}
            onClick={() => onChoose(id, false)}
          >
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
