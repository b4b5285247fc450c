import { PageList } from '../../../components/ui/page-list';
import type { ListTarget } from '../../../components/ui/wanted-row';
import { useTouched } from '../hooks/use-touched';
import type { NumberedQuestion } from '../lib/questions';
import { QuestionCard } from './question-card';

interface QuestionListProps {
  quizId: string;
  questions: readonly NumberedQuestion[];
  editable: boolean;
  target?: ListTarget | null;
  onRemove: (item: NumberedQuestion) => void;
}

const keyOf = ({ question }: NumberedQuestion) => question.id;

/** Questions below each other in the page, however many they are. */
export function QuestionList(props: QuestionListProps) {
  const { quizId, questions, editable, target, onRemove } = props;
  const { keep, touch } = useTouched(questions);
  return (
    <PageList
      items={questions}
      itemKey={keyOf}
      whole={60}
      estimate={280}
      gap={16}
      keep={keep}
      target={target}
    >
      {(item) => (
        <div onFocus={() => touch(item.question.id)}>
          <QuestionCard
            quizId={quizId}
            item={item}
            editable={editable}
            onRemove={() => onRemove(item)}
          />
        </div>
      )}
    </PageList>
  );
}
