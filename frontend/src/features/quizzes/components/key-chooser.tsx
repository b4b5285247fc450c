import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RichContent } from '../../../components/content/rich-content';
import { Button } from '../../../components/ui/button';
import { ChoiceRow } from '../../../components/ui/choice-row';
import { describeError } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { showToast } from '../../../components/ui/toast-store';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { setKey } from '../api/quizzes';
import { useQuizCache } from '../hooks/use-quiz-cache';
import { optionLetter } from '../../../lib/format/option-letter';
import { withQuestion } from '../lib/questions';

interface KeyChooserProps {
  quizId: string;
  question: AdminQuestion;
  onDone: () => void;
}

/** Chooses the right answer, or several. */
export function KeyChooser({ quizId, question, onDone }: KeyChooserProps) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  const cache = useQuizCache(quizId);
  const name = useId();
  const [chosen, setChosen] = useState(() =>
    question.options.filter(({ correct }) => correct).map(({ id }) => id),
  );
  const isSingle = question.type === 'TRUE_FALSE';
  const save = useMutation({
    mutationFn: () => setKey(quizId, question.id, chosen),
    onSuccess: (changed) => {
      cache.change((quiz) => withQuestion(quiz, changed));
      showToast({ tone: 'success', message: t('keySaved') });
      onDone();
    },
  });

  const toggle = (id: string) => {
    if (isSingle) setChosen([id]);
    else setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm text-ink-soft">
        {isSingle ? t('chooseOne') : t('chooseAny')}
      </legend>
      {question.options.map((option, index) => (
        <ChoiceRow
          key={option.id}
          type={isSingle ? 'radio' : 'checkbox'}
          name={name}
          marker={optionLetter(index)}
          checked={chosen.includes(option.id)}
          onChange={() => toggle(option.id)}
        >
          <RichContent content={option.content} />
        </ChoiceRow>
      ))}
      {save.isError && (
        <Notice tone="danger" role="alert" title={describeError(save.error, common).title}>
          {describeError(save.error, common).advice}
        </Notice>
      )}
      <Button
        variant="primary"
        busy={save.isPending}
        disabled={chosen.length === 0}
        onClick={() => save.mutate()}
        className="mt-1 self-start"
      >
        {t('saveKey')}
      </Button>
    </fieldset>
  );
}
