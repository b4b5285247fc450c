import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { describeError, SupportCode } from '../../../components/ui/error-state';
import { Icon } from '../../../components/ui/icon';
import { Notice } from '../../../components/ui/notice';

interface SaveSettingsProps {
  save: { isPending: boolean; isSuccess: boolean; error: Error | null };
  dirty: boolean;
}

/** The button, and beside it what is true: saved, or changes that are not. */
export function SaveSettings({ save, dirty }: SaveSettingsProps) {
  const { t } = useTranslation('quizzes');
  const common = useTranslation('common').t;
  return (
    <div className="flex flex-col gap-4">
      {save.error && (
        <Notice tone="danger" role="alert" title={describeError(save.error, common).title}>
          {describeError(save.error, common).advice}
          <SupportCode error={save.error} />
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button
          type="submit"
          variant={dirty ? 'primary' : 'secondary'}
          busy={save.isPending}
          disabled={!dirty}
        >
          {t('save')}
        </Button>
        <p role="status" className="flex items-center gap-1.5 text-sm text-ink-soft">
          {dirty && !save.isPending && t('unsaved')}
          {!dirty && save.isSuccess && (
            <>
              <Icon name="check" className="size-4 text-success" />
              {t('saved')}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
