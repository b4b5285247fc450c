import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/ui/disclosure';

/** The paragraphs of the document a question was read from, word for word. */
export function SourceText({ text, open }: { text: string; open: boolean }) {
  const { t } = useTranslation('quizzes');
  return (
    <Disclosure summary={t('inDocument')} open={open}>
      <blockquote
        dir="auto"
        tabIndex={0}
        className="max-h-64 overflow-y-auto border-s-2 border-line-strong/60 ps-3 whitespace-pre-wrap text-ink-soft"
      >
        {text}
      </blockquote>
    </Disclosure>
  );
}
