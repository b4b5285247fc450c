import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from 'react-router';
import { CONTROL_CLASS } from '../../../components/ui/field';
import { Icon } from '../../../components/ui/icon';

const TYPING_PAUSE_MS = 300;

interface SearchFieldProps {
  /** What is searched for now. */
  value: string;
  onChange: (value: string) => void;
}

/** Searches when typing pauses, or at once by Enter. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation('catalogue');
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // Whoever has chosen a quiz meanwhile is on the way to it: a search would call them back.
  const isLeaving = useNavigation().state !== 'idle';

  // The address changed by other means (Back, a cleared filter): the field follows it.
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }

  useEffect(() => {
    if (typed.trim() === value || isLeaving) return;
    const timer = setTimeout(() => onChange(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, isLeaving, onChange]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(typed);
  };

  return (
    <form role="search" onSubmit={submit} className="relative flex-1 basis-72">
      <Icon
        name="search"
        className="pointer-events-none absolute start-3.5 top-1/2 -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={typed}
        maxLength={200}
        enterKeyHint="search"
        onChange={(event) => setTyped(event.target.value)}
        className={`${CONTROL_CLASS} ps-11`}
      />
    </form>
  );
}
