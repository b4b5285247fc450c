import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';
import { ChoiceRow } from '../../../../components/ui/choice-row';
import { Dialog } from '../../../../components/ui/dialog';
import { Select } from '../../../../components/ui/select';
import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import { useChoiceText } from '../../hooks/use-choice-text';
import { sameChoices, type Choice } from '../../lib/choices';

type Look = NonNullable<ImportChoices['correctLooks']>[number];
const LOOKS = ['bold', 'italic', 'underline', 'highlight', 'colour'] as const satisfies Look[];

/** The settings that are one of several, in the order in which they are asked. */
const SETTINGS = [
  { field: 'questionsStartAt', values: ['numbers', 'headings', 'bold'] },
  { field: 'optionsAre', values: ['bullets', 'lines', 'numbers'] },
  { field: 'answersStand', values: ['before', 'after'] },
  { field: 'trust', values: ['answerLine', 'mark', 'answerList', 'looks'] },
  { field: 'correctColumn', values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
] as const;
type Setting = (typeof SETTINGS)[number];

interface ReadingDialogProps {
  open: boolean;
  choices: ImportChoices;
  onClose: () => void;
  onApply: (choices: ImportChoices) => void;
}

/** All that can be told about how the document is written, in one place. */
export function ReadingDialog({ open, choices, onClose, onApply }: ReadingDialogProps) {
  const { t } = useTranslation('imports');
  return (
    <Dialog open={open} title={t('readingTitle')} onClose={onClose}>
      <ReadingForm choices={choices} onClose={onClose} onApply={onApply} />
    </Dialog>
  );
}

function ReadingForm({ choices, onClose, onApply }: Omit<ReadingDialogProps, 'open'>) {
  const { t } = useTranslation('imports');
  const common = useTranslation('common').t;
  const [wanted, setWanted] = useState(choices);
  const change = (changes: ImportChoices) => setWanted({ ...wanted, ...changes });
  return (
    <div className="flex flex-col gap-5">
      <p className="text-ink-soft">{t('readingLead')}</p>
      <LookChoices
        looks={wanted.correctLooks}
        onChange={(correctLooks) => change({ correctLooks })}
      />
      {SETTINGS.map((setting) => (
        <SettingSelect
          key={setting.field}
          setting={setting}
          value={wanted[setting.field]}
          onChange={(value) => change({ [setting.field]: value })}
        />
      ))}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button
          variant="primary"
          disabled={sameChoices(wanted, choices)}
          onClick={() => {
            onClose();
            onApply(wanted);
          }}
        >
          {t('readAgain')}
        </Button>
      </div>
    </div>
  );
}

interface SettingSelectProps {
  setting: Setting;
  value: string | number | undefined;
  onChange: (value: Setting['values'][number] | undefined) => void;
}

function SettingSelect({ setting, value, onChange }: SettingSelectProps) {
  const { t } = useTranslation('imports');
  const text = useChoiceText();
  return (
    <Select
      label={t(`setting_${setting.field}`)}
      value={value === undefined ? '' : String(value)}
      onChange={({ target }) =>
        onChange(setting.values.find((known) => String(known) === target.value))
      }
      options={[
        { value: '', label: t('asDocumentSays') },
        ...setting.values.map((known) => ({
          value: String(known),
          label: text.one({ field: setting.field, value: known } as Choice),
        })),
      ]}
    />
  );
}

interface LookChoicesProps {
  looks: readonly Look[] | undefined;
  onChange: (looks: Look[] | undefined) => void;
}

/** Which looks mark right answers: found out from the document, none, or exactly these. */
function LookChoices({ looks, onChange }: LookChoicesProps) {
  const { t } = useTranslation('imports');
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{t('setting_correctLooks')}</legend>
      <ChoiceRow
        type="checkbox"
        checked={looks === undefined}
        onChange={({ target }) => onChange(target.checked ? undefined : [])}
      >
        {t('asDocumentSays')}
      </ChoiceRow>
      {looks !== undefined && (
        <div className="grid gap-2 sm:grid-cols-2">
          {LOOKS.map((look) => (
            <ChoiceRow
              key={look}
              type="checkbox"
              checked={looks.includes(look)}
              onChange={({ target }) =>
                onChange(
                  LOOKS.filter((known) =>
                    known === look ? target.checked : looks.includes(known),
                  ),
                )
              }
            >
              {t(`look_${look}`)}
            </ChoiceRow>
          ))}
        </div>
      )}
    </fieldset>
  );
}
