import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/ui/icon';
import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import { useChoiceText } from '../../hooks/use-choice-text';
import { listChoices, withoutChoice } from '../../lib/choices';

interface ChoiceChipsProps {
  choices: ImportChoices;
  canChange: boolean;
  busy: boolean;
  onChange: (choices: ImportChoices) => void;
}

/** What was told about the document so far; each can be taken back. */
export function ChoiceChips({ choices, canChange, busy, onChange }: ChoiceChipsProps) {
  const { t } = useTranslation('imports');
  const text = useChoiceText();
  const listed = listChoices(choices);
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="choices" className="flex flex-col gap-2">
      <h2 id="choices" className="text-sm font-medium text-ink-soft">
        {t('choicesTitle')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {listed.map((choice) => {
          const words = text.one(choice);
          return (
            <li
              key={`${choice.field} ${String(choice.value)}`}
              className="flex min-h-11 items-center rounded-full border border-line-strong/60 bg-surface ps-4 text-sm"
            >
              <span className={canChange ? undefined : 'pe-4'}>{words}</span>
              {canChange && (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={t('takeBack', { choice: words })}
                  title={t('takeBack', { choice: words })}
                  onClick={() => onChange(withoutChoice(choices, choice))}
                  className="flex size-11 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink disabled:opacity-50"
                >
                  <Icon name="x" className="size-4" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
