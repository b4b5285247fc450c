import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/ui/disclosure';
import { importQuery } from '../api/quizzes';
import { DiagnosticList } from './diagnostic-list';

/**
 * What the import says of the document as a whole, so that nothing of it is dropped in silence: doubts in
 * the open, what was left out on purpose to be unfolded.
 */
export function DocumentNotes({ importId }: { importId: string }) {
  const { t } = useTranslation('quizzes');
  const diagnostics = useQuery(importQuery(importId)).data?.diagnostics ?? [];
  const doubts = diagnostics.filter(({ severity }) => severity !== 'info');
  const facts = diagnostics.filter(({ severity }) => severity === 'info');
  if (diagnostics.length === 0) return null;
  return (
    <section aria-labelledby="document" className="flex flex-col gap-3">
      <h2 id="document" className="text-xl">
        {t('documentTitle')}
      </h2>
      {doubts.length > 0 && <DiagnosticList diagnostics={doubts} />}
      {facts.length > 0 && (
        <Disclosure summary={t('leftOut', { count: facts.length })}>
          <DiagnosticList diagnostics={facts} />
        </Disclosure>
      )}
    </section>
  );
}
