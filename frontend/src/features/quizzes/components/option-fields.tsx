import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Button } from '../../../components/ui/button';
import { CONTROL_CLASS } from '../../../components/ui/field';
import { IconButton } from '../../../components/ui/icon-button';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { optionLetter } from '../../../lib/format/option-letter';
import type { useQuestionForm } from '../hooks/use-question-form';
import type { OptionDraft } from '../lib/question-draft';

interface OptionFieldsProps {
  form: ReturnType<typeof useQuestionForm>;
  question: AdminQuestion;
}

/** The options: text, which are right, one more, one less. */
export function OptionFields({ form, question }: OptionFieldsProps) {
  const { t } = useTranslation('quizzes');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('optionsLegend')}</legend>
      {form.draft.options.map((option, index) => (
        <div key={option.key} className="flex items-start gap-2">
          <label className="flex size-11 shrink-0 items-center justify-center">
            <input
              type="checkbox"
              className="size-5"
              checked={option.correct}
              aria-label={t('optionIsRight', { letter: optionLetter(index) })}
              onChange={({ target }) => form.changeOption(option.key, { correct: target.checked })}
            />
          </label>
          <OptionText
            option={option}
            question={question}
            label={t('optionText', { letter: optionLetter(index) })}
            onChange={(text) => form.changeOption(option.key, { text })}
          />
          <IconButton
            icon="x"
            label={t('removeOption', { letter: optionLetter(index) })}
            onClick={() => form.removeOption(option.key)}
          />
        </div>
      ))}
      <Button variant="ghost" icon="plus" onClick={form.addOption} className="self-start">
        {t('addOption')}
      </Button>
    </fieldset>
  );
}

interface OptionTextProps {
  option: OptionDraft;
  question: AdminQuestion;
  label: string;
  onChange: (text: string) => void;
}

function OptionText({ option, question, label, onChange }: OptionTextProps) {
  if (option.text === null) {
    const content = question.options.find(({ id }) => id === option.id)?.content ?? [];
    return <RichContent content={content} className="min-w-0 flex-1" />;
  }
  return (
    <textarea
      rows={1}
      dir="auto"
      aria-label={label}
      value={option.text}
      onChange={({ target }) => onChange(target.value)}
      className={`${CONTROL_CLASS} field-sizing-content min-w-0 flex-1 py-2.5`}
    />
  );
}
