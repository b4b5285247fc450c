import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icon';

/** The paragraphs of the document a question was read from, word for word. */
export function SourceText({ text, open }: { text: string; open: boolean }) {
  const { t } = useTranslation('quizzes');
  return (
    <details open={open} className="group text-sm">
      <summary className="flex min-h-11 items-center gap-1.5 self-start text-ink-soft hover:text-ink">
        <Icon
          name="chevron-right"
          className="size-4 transition-transform duration-150 group-open:rotate-90"
        />
        {t('inDocument')}
      </summary>
      <blockquote
        dir="auto"
        className="max-h-64 overflow-y-auto border-s-2 border-line-strong/60 ps-3 whitespace-pre-wrap text-ink-soft"
        tabIndex={0}
      >
        {text}
      </blockquote>
    </details>
  );
}
