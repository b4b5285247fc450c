import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon, type IconName } from '../../../components/ui/icon';
import { useFormat } from '../../../hooks/use-format';
import type { HistoryEntry, HistoryKind } from '../../../lib/api/generated/types.gen';
import { AnswerChanges } from './answer-changes';

const ICONS: Record<HistoryKind, IconName> = {
  STARTED: 'play',
  SAVED: 'cloud',
  EXTRA_TIME: 'plus',
  DEADLINE: 'clock',
  PAUSE: 'pause',
  RESUME: 'play',
  SUBMITTED: 'check-circle',
  EXPIRED: 'clock',
};

/** One moment of an attempt: what happened, when, by whom or from which device. */
export function TimelineEntry({ entry }: { entry: HistoryEntry }) {
  const { t } = useTranslation('invigilation');
  const format = useFormat();
  const isSave = entry.kind === 'SAVED';
  return (
    <li className="flex gap-4 border-s-2 border-line pb-6 last:border-transparent last:pb-0">
      <span
        className={cx(
          '-ms-[1.0625rem] flex size-8 shrink-0 items-center justify-center rounded-full border border-line bg-surface',
          isSave ? 'text-ink-soft' : 'text-accent',
        )}
      >
        <Icon name={ICONS[entry.kind]} className="size-4" />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <p className="font-medium">{titleOf(entry, t, format.duration)}</p>
        <p className="text-sm text-ink-soft">
          <time dateTime={entry.at}>{format.dateTimeSeconds(entry.at)}</time>
          {entry.device && (
            <>
              {' · '}
              <span title={format.dateTimeSeconds(entry.device.firstSeenAt)}>
                {t('device', { number: entry.device.number, id: entry.device.id })}
              </span>
            </>
          )}
          {entry.by && ` · ${t('byPerson', { name: entry.by.name })}`}
        </p>
        {isSave && entry.changes.length > 0 && <AnswerChanges changes={entry.changes} />}
        {entry.toDeadline !== null && entry.kind !== 'PAUSE' && (
          <p className="mt-1 text-sm">
            {entry.fromDeadline === null
              ? t('endsAt', { to: format.dateTimeSeconds(entry.toDeadline) })
              : t('endMoved', {
                  from: format.dateTimeSeconds(entry.fromDeadline),
                  to: format.dateTimeSeconds(entry.toDeadline),
                })}
          </p>
        )}
      </div>
    </li>
  );
}

function titleOf(
  entry: HistoryEntry,
  t: TFunction<'invigilation'>,
  duration: (seconds: number) => string,
): string {
  const { kind, changes, fromDeadline, toDeadline, remainingSeconds } = entry;
  if (kind === 'SAVED') {
    return changes.length === 0 ? t('savedNothing') : t('saved', { count: changes.length });
  }
  if (kind === 'EXTRA_TIME' && fromDeadline !== null && toDeadline !== null) {
    const seconds = (Date.parse(toDeadline) - Date.parse(fromDeadline)) / 1000;
    return t('extraTimeGiven', { time: duration(seconds) });
  }
  if ((kind === 'PAUSE' || kind === 'RESUME') && remainingSeconds !== null) {
    return t(`left${kind}`, { time: duration(remainingSeconds) });
  }
  return t(`kind${kind}`);
}
