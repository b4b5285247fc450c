import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast-store';
import type { AdminQuestion } from '../../../lib/api/generated/types.gen';
import { randomId } from '../../../lib/ids';
import { updateQuestion } from '../api/quizzes';
import {
  questionRequest,
  readQuestion,
  wrongQuestionFields,
  type OptionDraft,
  type QuestionDraft,
  type QuestionField,
} from '../lib/question-draft';
import { withQuestion } from '../lib/questions';
import { useQuizCache } from './use-quiz-cache';

/** The form of one question: what is typed, what keeps it from being saved, and saving it. */
export function useQuestionForm(quizId: string, question: AdminQuestion, onDone: () => void) {
  const { t } = useTranslation('quizzes');
  const cache = useQuizCache(quizId);
  const [draft, setDraft] = useState(() => readQuestion(question));
  const [wrong, setWrong] = useState<QuestionField[]>([]);
  const save = useMutation({
    mutationFn: () => updateQuestion(quizId, question.id, questionRequest(draft, question)),
    onSuccess: (changed) => {
      cache.change((quiz) => withQuestion(quiz, changed));
      showToast({ tone: 'success', message: t('questionSaved') });
      onDone();
    },
  });

  const change = (changes: Partial<QuestionDraft>) => {
    setDraft((current) => ({ ...current, ...changes }));
    setWrong((fields) => fields.filter((field) => !(field in changes)));
  };
  const changeOption = (key: string, changes: Partial<OptionDraft>) =>
    change({
      options: draft.options.map((option) =>
        option.key === key ? { ...option, ...changes } : option,
      ),
    });
  const submit = () => {
    const found = wrongQuestionFields(draft);
    setWrong(found);
    if (found.length === 0 && !save.isPending) save.mutate();
  };

  return {
    ...{ draft, wrong, save, change, changeOption, submit },
    addOption: () =>
      change({
        options: [...draft.options, { key: randomId(), id: null, text: '', correct: false }],
      }),
    removeOption: (key: string) =>
      change({ options: draft.options.filter((option) => option.key !== key) }),
  };
}
