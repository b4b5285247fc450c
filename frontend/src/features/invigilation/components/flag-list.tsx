import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/ui/notice';
import { useFormat } from '../../../hooks/use-format';
import type { AttemptFlag } from '../../../lib/api/generated/types.gen';

/** Why somebody should look at an attempt, each in words. */
export function FlagList({ flags }: { flags: readonly AttemptFlag[] }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  return (
    <section aria-labelledby="flags" className="flex flex-col gap-3">
      <h2 id="flags" className="text-xl">
        {t('flagsTitle')}
      </h2>
      {flags.map((flag, index) => (
        <Notice key={`${flag.code} ${String(index)}`} tone="warning" title={flagText(flag, t)}>
          {flag.at && <p>{format.dateTime(flag.at)}</p>}
        </Notice>
      ))}
    </section>
  );
}

function flagText({ code, answers }: AttemptFlag, t: TFunction<'invigilation'>): string {
  const count = answers ?? 0;
  if (code === 'SUBMIT_MERGED_STALE') return t('flagMerged', { count });
  if (code === 'ANSWERS_AFTER_SUBMIT') return t('flagAfterSubmit', { count });
  if (code === 'ANSWERS_AFTER_DEADLINE') return t('flagAfterDeadline', { count });
  return t('flagOther', { code });
}
