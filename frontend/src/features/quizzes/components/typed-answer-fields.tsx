import { useTranslation } from 'react-i18next';
import { TextArea } from '../../../components/ui/text-area';
import { TextField } from '../../../components/ui/text-field';
import type { useQuestionForm } from '../hooks/use-question-form';

/** What counts as right where the answer is typed. */
export function TypedAnswerFields({ form }: { form: ReturnType<typeof useQuestionForm> }) {
  const { t } = useTranslation('quizzes');
  const { draft, wrong, change } = form;
  if (draft.kind === 'SHORT_ANSWER') {
    return (
      <TextArea
        label={t('acceptedLabel')}
        hint={t('acceptedHint')}
        dir="auto"
        value={draft.accepted}
        onChange={({ target }) => change({ accepted: target.value })}
      />
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('numericValue')}
        inputMode="decimal"
        value={draft.value}
        error={wrong.includes('value') ? t('numericWrong') : null}
        onChange={({ target }) => change({ value: target.value })}
      />
      <TextField
        label={t('tolerance')}
        inputMode="decimal"
        value={draft.tolerance}
        error={wrong.includes('tolerance') ? t('toleranceWrong') : null}
        onChange={({ target }) => change({ tolerance: target.value })}
      />
    </div>
  );
}
