import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importQuery } from '../api/quizzes';
import { DiagnosticList } from './diagnostic-list';

/** What the import says of the document as a whole, so that nothing of it is dropped in silence. */
export function DocumentNotes({ importId }: { importId: string }) {
  const { t } = useTranslation('quizzes');
  const diagnostics = useQuery(importQuery(importId)).data?.diagnostics ?? [];
  if (diagnostics.length === 0) return null;
  return (
    <section aria-labelledby="document" className="flex flex-col gap-4">
      <h2 id="document" className="text-xl">
        {t('documentTitle')}
      </h2>
      <DiagnosticList diagnostics={diagnostics} />
    </section>
  );
}
