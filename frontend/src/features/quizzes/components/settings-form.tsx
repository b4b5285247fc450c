import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/ui/card';
import { ChoiceRow } from '../../../components/ui/choice-row';
import { Select } from '../../../components/ui/select';
import { TextArea } from '../../../components/ui/text-area';
import { TextField } from '../../../components/ui/text-field';
import type { AdminQuizDetail } from '../../../lib/api/generated/types.gen';
import { useSettings } from '../hooks/use-settings';
import { DIFFICULTIES, LATE_POLICIES, REVIEW_POLICIES, type SettingsField } from '../lib/settings';
import { CategoryField } from './category-field';
import { SaveSettings } from './save-settings';

/** Title and rules; fixed once the quiz is published, so that what a student agreed to never changes. */
export function SettingsForm({ quiz }: { quiz: AdminQuizDetail }) {
  const { t } = useTranslation('quizzes');
  const { settings, change, wrong, submit, save, dirty } = useSettings(quiz);
  const error = (field: SettingsField, text: string) => (wrong.includes(field) ? text : null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Card className="p-5">
      <form onSubmit={onSubmit} noValidate>
        <fieldset disabled={quiz.status !== 'DRAFT'} className="flex flex-col gap-5">
          <legend className="mb-4 text-lg font-semibold">{t('settingsTitle')}</legend>
          <TextField
            label={t('title')}
            dir="auto"
            value={settings.title}
            maxLength={200}
            error={error('title', t('titleWrong'))}
            onChange={({ target }) => change({ title: target.value })}
          />
          <TextArea
            label={t('description')}
            dir="auto"
            value={settings.description}
            maxLength={5000}
            onChange={({ target }) => change({ description: target.value })}
          />
          <CategoryField
            value={settings.categoryId}
            onChange={(categoryId) => change({ categoryId })}
          />
          <Select
            label={t('difficulty')}
            value={settings.difficulty}
            onChange={({ target }) => change({ difficulty: target.value })}
            options={[
              { value: '', label: t('notSet') },
              ...DIFFICULTIES.map((value) => ({ value, label: t(`difficulty${value}`) })),
            ]}
          />
          <TextField
            label={t('minutes')}
            hint={t('emptyNoLimit')}
            inputMode="decimal"
            value={settings.minutes}
            error={error('minutes', t('minutesWrong'))}
            onChange={({ target }) => change({ minutes: target.value })}
          />
          <TextField
            label={t('attempts')}
            hint={t('emptyNoLimit')}
            inputMode="numeric"
            value={settings.attempts}
            error={error('attempts', t('attemptsWrong'))}
            onChange={({ target }) => change({ attempts: target.value })}
          />
          <TextField
            label={t('passPercent')}
            inputMode="numeric"
            value={settings.passPercent}
            error={error('passPercent', t('passPercentWrong'))}
            onChange={({ target }) => change({ passPercent: target.value })}
          />
          <Select
            label={t('reviewPolicy')}
            value={settings.reviewPolicy}
            onChange={({ target }) => change({ reviewPolicy: target.value })}
            options={REVIEW_POLICIES.map((value) => ({ value, label: t(`review${value}`) }))}
          />
          <ChoiceRow
            type="checkbox"
            checked={settings.pauseAllowed}
            onChange={({ target }) => change({ pauseAllowed: target.checked })}
          >
            {t('pauseAllowed')}
          </ChoiceRow>
          <TextField
            label={t('graceMinutes')}
            hint={t('graceHint')}
            inputMode="decimal"
            value={settings.graceMinutes}
            error={error('graceMinutes', t('graceWrong'))}
            onChange={({ target }) => change({ graceMinutes: target.value })}
          />
          <Select
            label={t('lateAnswers')}
            value={settings.lateAnswers}
            onChange={({ target }) => change({ lateAnswers: target.value })}
            options={LATE_POLICIES.map((value) => ({ value, label: t(`late${value}`) }))}
          />
          {quiz.status === 'DRAFT' && <SaveSettings save={save} dirty={dirty} />}
        </fieldset>
      </form>
    </Card>
  );
}
