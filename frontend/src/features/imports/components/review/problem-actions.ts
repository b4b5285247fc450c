import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import type { Problem } from '../../lib/problems';

/** What can be done about problems. */
export interface ProblemActions {
  /** False when the quiz cannot change any more: there is nothing to press. */
  canFix: boolean;
  /** Told already: to say it again would change nothing. */
  choices: ImportChoices;
  /** While the document is being read. */
  busy: boolean;
  onFix: (patch: ImportChoices) => void;
  onShow: (problem: Problem) => void;
  onDismiss: (problem: Problem) => void;
}
