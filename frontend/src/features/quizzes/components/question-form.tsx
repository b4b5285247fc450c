import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { describeError, SupportCode } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { Select } from '../../../components/ui/select';
import { TextArea } from '../../../components/ui/text-area';
import { TextField } from '../../../components/ui/text-field';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { useQuestionForm } from '../hooks/use-question-form';
import { OBJECT } from '../lib/content-text';
import { ANSWER_KINDS } from '../lib/question-draft';
import { OptionFields } from './option-fields';
import { TypedAnswerFields } from './typed-answer-fields';

interface QuestionFormProps {
  quizId: string;
  question: AdminQuestion;
  onDone: () => void;
}

/** Everything of one question that can be mended by hand. */
export function QuestionForm({ quizId, question, onDone }: QuestionFormProps) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const form = useQuestionForm(quizId, question, onDone);
  const { draft, wrong, save, change } = form;
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => {
    first.current?.querySelector<HTMLElement>('textarea, select')?.focus();
  }, []);
  const texts = [draft.stem, draft.explanation, ...draft.options.map(({ text }) => text)];
  return (
    <form
      ref={first}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      {draft.stem !== null && (
        <TextArea
          label={t('stem')}
          dir="auto"
          value={draft.stem}
          onChange={({ target }) => change({ stem: target.value })}
        />
      )}
      {texts.some((text) => text?.includes(OBJECT)) && (
        <p className="text-sm text-ink-soft">{t('objectHint', { sign: OBJECT })}</p>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('answerKind')}
          value={draft.kind}
          onChange={({ target }) =>
            change({ kind: ANSWER_KINDS.find((kind) => kind === target.value) ?? 'CHOICE' })
          }
          options={ANSWER_KINDS.map((kind) => ({ value: kind, label: t(`answerKind${kind}`) }))}
        />
        <TextField
          label={t('pointsLabel')}
          inputMode="decimal"
          value={draft.points}
          error={wrong.includes('points') ? t('pointsWrong') : null}
          onChange={({ target }) => change({ points: target.value })}
        />
      </div>
      {draft.kind === 'CHOICE' ? (
        <OptionFields form={form} question={question} />
      ) : (
        <TypedAnswerFields form={form} />
      )}
      {draft.explanation !== null && (
        <TextArea
          label={t('explanation')}
          dir="auto"
          rows={2}
          value={draft.explanation}
          onChange={({ target }) => change({ explanation: target.value })}
        />
      )}
      {save.isError && (
        <Notice tone="danger" role="alert" title={describeError(save.error, common).title}>
          {describeError(save.error, common).advice}
          <SupportCode error={save.error} />
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('saveQuestion')}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
