import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { updateQuiz } from '../api/quizzes';
import {
  isChanged,
  readSettings,
  updateRequest,
  wrongFields,
  type Settings,
  type SettingsField,
} from '../lib/settings';
import { useQuizCache } from './use-quiz-cache';

/** The settings form: what is typed, whether it differs from what is saved, and what keeps it from being. */
export function useSettings(quiz: AdminQuizDetail) {
  const cache = useQuizCache(quiz.id);
  const [settings, setSettings] = useState(() => readSettings(quiz));
  const [wrong, setWrong] = useState<SettingsField[]>([]);
  const save = useMutation({
    mutationFn: () => updateQuiz(quiz.id, updateRequest(settings)),
    onSuccess: (saved) => {
      cache.replace(saved);
      setSettings(readSettings(saved));
    },
  });

  const change = (changes: Partial<Settings>) => {
    setSettings((current) => ({ ...current, ...changes }));
    setWrong((fields) => fields.filter((field) => !(field in changes)));
    if (!save.isPending) save.reset();
  };
  const submit = () => {
    const found = wrongFields(settings);
    setWrong(found);
    if (found.length === 0 && !save.isPending) save.mutate();
  };

  return { settings, change, wrong, submit, save, dirty: isChanged(settings, quiz) };
}
