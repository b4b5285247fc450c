import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/ui/button-link';
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
  return (
    <section aria-labelledby="document" className="flex flex-col gap-3">
      <h2 id="document" className="text-xl">
        {t('documentTitle')}
      </h2>
      <ButtonLink to={`/admin/imports/${importId}/review`} icon="eye" className="self-start">
        {t('reviewImport')}
      </ButtonLink>
      {doubts.length > 0 && <DiagnosticList diagnostics={doubts} />}
      {facts.length > 0 && (
        <Disclosure summary={t('leftOut', { count: facts.length })}>
          <DiagnosticList diagnostics={facts} />
        </Disclosure>
      )}
    </section>
  );
}
