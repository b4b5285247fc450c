import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, NetworkError } from '../../lib/http/api-error';
import { Button } from './button';
import { cx } from './cx';
import { Icon } from './icon';
import { refusalText } from './refusal-text';

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  /** More to know about it, such as what is not lost. */
  children?: ReactNode;
}

/** What happened, what to do about it, and the request id as a code that support can look up. */
export function ErrorState({ error, onRetry, children }: ErrorStateProps) {
  const { t } = useTranslation('common');
  const { title, advice } = describeError(error, t);
  return (
    <div
      role="alert"
      className="flex flex-col items-center gap-3 rounded-lg border border-line bg-surface px-6 py-10 text-center"
    >
      <ErrorSign error={error} />
      <p className="text-lg font-medium">{title}</p>
      <p className="max-w-prose text-ink-soft">{advice}</p>
      {children && <p className="max-w-prose">{children}</p>}
      <SupportCode error={error} />
      {onRetry && (
        <Button icon="repeat" onClick={onRetry} className="mt-2">
          {t('tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** A pause that is asked for is no failure, and does not look like one. */
function ErrorSign({ error }: { error: unknown }) {
  const isPause = error instanceof ApiError && error.status === 429;
  const failure = error instanceof NetworkError ? 'cloud-off' : 'alert';
  return (
    <span
      className={cx(
        'flex size-12 items-center justify-center rounded-full',
        isPause ? 'bg-sunken text-ink-soft' : 'bg-danger-soft text-danger',
      )}
    >
      <Icon name={isPause ? 'clock' : failure} className="size-6" />
    </span>
  );
}

/** The request id of an error, small; nothing when there is none, or no server is known to have seen it. */
export function SupportCode({ error }: { error: unknown }) {
  const { t } = useTranslation('common');
  if (!(error instanceof ApiError) || error.requestId === null) return null;
  return (
    <p className="text-sm text-ink-soft">
      {t('supportCode')} <code className="font-mono break-all select-all">{error.requestId}</code>
    </p>
  );
}

/** A failure as people understand it: what happened, and what they can do. */
export function describeError(error: unknown, t: TFunction<'common'>) {
  if (error instanceof NetworkError)
    return { title: t('errorOffline'), advice: t('errorOfflineAdvice') };
  if (!(error instanceof ApiError))
    return { title: t('errorUnknown'), advice: t('errorUnknownAdvice') };
  if (error.status === 404) return { title: t('errorNotFound'), advice: t('errorNotFoundAdvice') };
  if (error.status === 403)
    return { title: t('errorForbidden'), advice: t('errorForbiddenAdvice') };
  if (error.status === 401)
    return { title: t('errorSignedOut'), advice: t('errorSignedOutAdvice') };
  if (error.status === 429) {
    return { title: t('errorTooMany'), advice: pauseAdvice(error.retryAfterSeconds, t) };
  }
  if (error.status >= 500) return { title: t('errorServer'), advice: t('errorServerAdvice') };
  return { title: t('errorRefused'), advice: refusalText(error.code, t) };
}

/** The same in one line, where there is room for no more. */
export function errorLine(error: unknown, t: TFunction<'common'>): string {
  const { title, advice } = describeError(error, t);
  return `${title}. ${advice}`;
}

const MINUTE_SECONDS = 60;

/** How long to wait, in seconds or, where those would have to be counted, in minutes. */
function pauseAdvice(seconds: number | null, t: TFunction<'common'>): string {
  if (!seconds) return t('errorTooManyAdvice');
  return seconds <= 2 * MINUTE_SECONDS
    ? t('errorTooManyWait', { count: seconds })
    : t('errorTooManyMinutes', { count: Math.ceil(seconds / MINUTE_SECONDS) });
}
