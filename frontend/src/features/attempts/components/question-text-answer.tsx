import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/ui/text-field';
import type { AttemptQuestion } from '../../../lib/api/generated/types.gen';
import type { AnswerValue } from '../lib/answers';

const MAX_LENGTH = 2_000;
/** The server refuses this character; no keyboard makes it, but a paste can. */
const NUL = '\u0000';

interface TextAnswerProps {
  question: AttemptQuestion;
  value: AnswerValue;
  onAnswer: (value: AnswerValue) => void;
}

export function QuestionTextAnswer({ question, value, onAnswer }: TextAnswerProps) {
  const { t } = useTranslation('attempts');
  const numeric = question.type === 'NUMERIC';
  return (
    <TextField
      key={question.id}
      label={t('yourAnswer')}
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      inputMode={numeric ? 'decimal' : 'text'}
      maxLength={MAX_LENGTH}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        const text = event.target.value.replaceAll(NUL, '');
        onAnswer(text === '' ? null : text);
      }}
    />
  );
}
