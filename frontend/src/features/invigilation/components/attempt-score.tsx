import { useFormat } from '../../../hooks/use-format';
import type { StaffAttempt } from '../../../lib/api/generated/types.gen';

export function AttemptScore({ attempt }: { attempt: StaffAttempt }) {
  const format = useFormat();
  const { score, maxScore } = attempt;
  if (score === null || maxScore === null) return <>–</>;
  return (
    <>
      {format.number(score)} / {format.number(maxScore)}
    </>
  );
}
