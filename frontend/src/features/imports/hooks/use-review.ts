import { useCallback, useMemo, useState } from 'react';
import type { ListTarget } from '../../../components/ui/wanted-row';
import type { Problem, ReviewedQuestion } from '../lib/problems';
import {
  chosenParagraphs,
  linkQuestions,
  paragraphsOf,
  type Links,
  type Selection,
} from '../lib/review-selection';
import type { Side } from '../components/review/review-workbench';

interface ReviewOptions {
  questions: readonly ReviewedQuestion[];
  /** Those that n and p go through. */
  problems: readonly Problem[];
  /** Brings document and questions into sight. */
  onShow: () => void;
}

/** What is chosen on the review page, and where each side goes because of it. */
export function useReview({ questions, problems, onShow }: ReviewOptions) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const [side, setSide] = useState<Side>('questions');
  const links = useMemo(() => linkQuestions(questions), [questions]);
  const marked = useMemo(() => chosenParagraphs(selection, links), [selection, links]);
  const targets = useMemo(() => targetsOf(selection, links), [selection, links]);

  const showProblem = (problem: Problem) => {
    const { paragraph, questionId, key: problemKey } = problem;
    setSelection({ paragraph, questionId, problemKey, origin: 'problem', jump: false });
    setSide(questionId === null ? 'document' : 'questions');
    onShow();
  };

  const step = (by: 1 | -1) => {
    const at = problems.findIndex(({ key }) => key === selection?.problemKey);
    const next = at < 0 && by < 0 ? problems.length - 1 : at + by;
    const problem = problems[(next + problems.length) % problems.length];
    if (problem) showProblem(problem);
  };

  const chooseParagraph = (paragraph: number, jump: boolean) => {
    const questionId = links.questionAt.get(paragraph)?.question.id ?? null;
    setSelection({ paragraph, questionId, problemKey: null, origin: 'document', jump });
    if (jump && questionId !== null) setSide('questions');
  };

  const chooseQuestion = useCallback((questionId: string, jump: boolean) => {
    setSelection((now) => {
      const isSame = !jump && now?.questionId === questionId;
      if (isSame) return now;
      return { paragraph: null, questionId, problemKey: null, origin: 'questions', jump };
    });
    if (jump) setSide('document');
  }, []);

  return {
    selection,
    side,
    setSide,
    links,
    marked,
    targets,
    showProblem,
    step,
    chooseParagraph,
    chooseQuestion,
  };
}

/** Where each side has to scroll to show what was chosen on the other. */
function targetsOf(selection: Selection | null, links: Links) {
  const targets: { document: ListTarget | null; questions: ListTarget | null } = {
    document: null,
    questions: null,
  };
  if (!selection) return targets;
  const { origin, jump, questionId } = selection;
  const found = questionId === null ? undefined : links.byId.get(questionId);
  const paragraph = selection.paragraph ?? paragraphsOf(found?.item)[0];
  if (origin !== 'document' && paragraph !== undefined) {
    const focus = origin === 'questions' && jump;
    targets.document = { index: paragraph, align: 'center', focus };
  }
  if (origin !== 'questions' && found) {
    const focus = origin === 'document' && jump;
    targets.questions = { index: found.position, align: 'start', focus };
  }
  return targets;
}
