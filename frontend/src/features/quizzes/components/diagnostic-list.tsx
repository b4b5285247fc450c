import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../components/ui/cx';
import { Icon, type IconName } from '../../../components/ui/icon';
import type { Diagnostic } from '../../../lib/api/generated/types.gen';

const LOOKS: Record<Diagnostic['severity'], { icon: IconName; className: string }> = {
  error: { icon: 'alert', className: 'text-danger' },
  warning: { icon: 'alert', className: 'text-warning' },
  info: { icon: 'info', className: 'text-ink-soft' },
};

/** What the import doubted, each with the words of the document it is about. */
export function DiagnosticList({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const { t } = useTranslation('quizzes');
  return (
    <ul className="flex flex-col gap-3">
      {diagnostics.map((diagnostic) => (
        <li key={`${diagnostic.code} ${diagnostic.paragraph}`} className="flex gap-2.5 text-sm">
          <Icon
            name={LOOKS[diagnostic.severity].icon}
            className={cx('mt-px', LOOKS[diagnostic.severity].className)}
          />
          <div className="min-w-0 flex-1">
            <p>{diagnosticText(diagnostic, t)}</p>
            {diagnostic.excerpt !== '' && (
              <blockquote
                dir="auto"
                className="mt-1 border-s-2 border-line-strong/60 ps-3 text-ink-soft italic"
              >
                {diagnostic.excerpt}
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The commonest in the reader's language; the others as the server put them. */
function diagnosticText({ code, message }: Diagnostic, t: TFunction<'quizzes'>): string {
  switch (code) {
    case 'KEY_MISSING':
      return t('keyMissing');
    case 'KEY_CONFLICT':
      return t('keyConflict');
    case 'UNCONSUMED_TEXT':
      return t('unconsumedText');
    case 'NOT_A_QUIZ':
      return t('notAQuiz');
    default:
      return message;
  }
}
