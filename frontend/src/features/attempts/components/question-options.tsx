import { RichContent } from '../../../components/content/rich-content';
import { ChoiceRow } from '../../../components/ui/choice-row';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import type { AnswerValue } from '../lib/answers';
import { optionLetter } from '../../../lib/format/option-letter';
import { pickOption } from '../lib/pick-option';

interface QuestionOptionsProps {
  question: AttemptQuestion;
  value: AnswerValue;
  labelledBy: string;
  onAnswer: (value: AnswerValue) => void;
}

export function QuestionOptions({ question, value, labelledBy, onAnswer }: QuestionOptionsProps) {
  const several = question.type === 'MULTIPLE_CHOICE';
  const isChosen = (id: string) => (Array.isArray(value) ? value.includes(id) : value === id);
  return (
    <div
      role={several ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
      className="flex flex-col gap-3"
    >
      {question.options.map((option, index) => (
        <ChoiceRow
          key={option.id}
          type={several ? 'checkbox' : 'radio'}
          name={`question-${question.id}`}
          marker={optionLetter(index)}
          checked={isChosen(option.id)}
          onChange={() => {
            onAnswer(pickOption(question, value, option.id));
          }}
        >
          <RichContent content={option.content} />
        </ChoiceRow>
      ))}
    </div>
  );
}
