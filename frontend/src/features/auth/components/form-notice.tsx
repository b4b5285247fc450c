import { SupportCode } from '../../../components/ui/error-state';
import { Notice } from '../../../components/ui/notice';
import { ApiError } from '../../../lib/http/api-error';
import type { FormProblem } from '../lib/form-problem';

/** What is wrong with the form as a whole; a support code where the server itself is at fault. */
export function FormNotice({ problem, error }: { problem: FormProblem; error: unknown }) {
  if (!problem.form) return null;
  const isServerFault = error instanceof ApiError && error.status >= 500;
  return (
    <Notice tone="danger" role="alert" title={problem.form.title}>
      {problem.form.advice}
      {isServerFault && <SupportCode error={error} />}
    </Notice>
  );
}
