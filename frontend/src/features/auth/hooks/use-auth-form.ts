import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formProblem, type FormProblem } from '../lib/form-problem';

interface AuthFormOptions<T> {
  read: (data: FormData) => T;
  /** What can be told without the server. */
  check: (body: T) => FormProblem['fields'];
  send: (body: T) => Promise<void>;
}

/** A form that is checked here, then by the server; the first wrong field gets the focus. */
export function useAuthForm<T>({ read, check, send }: AuthFormOptions<T>) {
  const { t } = useTranslation('auth');
  const common = useTranslation('common').t;
  const formRef = useRef<HTMLFormElement>(null);
  const [slips, setSlips] = useState<FormProblem['fields']>({});
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: send });

  const hasSlips = Object.keys(slips).length > 0;
  const problem = hasSlips ? { fields: slips, form: null } : formProblem(error, t, common);

  useEffect(() => {
    if (hasSlips || error) {
      formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [slips, hasSlips, error]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const body = read(new FormData(event.currentTarget));
    const found = check(body);
    setSlips(found);
    if (Object.keys(found).length > 0) reset();
    else mutate(body);
  };

  return { formRef, onSubmit, isPending, error, problem };
}
