import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import type { ListTarget } from '../../../components/ui/wanted-row';
import { usePageKeys } from '../../../hooks/use-page-keys';
import type { Import, ImportChoices } from '../../../lib/api/generated/types.gen';
import { useRereading } from '../hooks/use-rereading';
import { useReview } from '../hooks/use-review';
import { mergeChoices } from '../lib/choices';
import { collectProblems, type Problem, type ReviewedQuestion } from '../lib/problems';
import { ChoiceChips } from './review/choice-chips';
import { DocumentPane } from './review/document-pane';
import { ProblemList } from './review/problem-list';
import { ProblemStepper } from './review/problem-stepper';
import { ReadingDialog } from './review/reading-dialog';
import { RereadNotice } from './review/reread-notice';
import { ReviewKeysDialog } from './review/review-keys-dialog';
import { ReviewWorkbench } from './review/review-workbench';

/** What the questions' side has to show and to tell. */
export interface QuestionsSide {
  chosenId: string | null;
  target: ListTarget | null;
  editable: boolean;
  /** `jump`: the focus goes to its paragraphs. */
  onChoose: (questionId: string, jump: boolean) => void;
}

interface ImportReviewProps {
  item: Import;
  questions: readonly ReviewedQuestion[];
  /** Whether the questions may still change. */
  canFix: boolean;
  /** Carries out what must not be lost when the questions are replaced. */
  beforeReread?: () => Promise<void>;
  onDismiss?: (doubt: { questionId: string; code: string }) => void;
  /** The step that comes next, such as publishing. `showFirst` leads to the first problem. */
  renderNext?: (next: { busy: boolean; showFirst: () => void }) => ReactNode;
  renderQuestions?: (side: QuestionsSide) => ReactNode;
}

/** A document beside the questions read from it: problems first, then both, linked. */
export function ImportReview(props: ImportReviewProps) {
  const { item, questions, canFix, beforeReread, renderNext, renderQuestions } = props;
  const { t } = useTranslation('imports');
  const problems = useMemo(
    () => collectProblems(item.diagnostics, questions),
    [item.diagnostics, questions],
  );
  const open = useMemo(
    () => problems.filter(({ diagnostic }) => diagnostic.severity !== 'info'),
    [problems],
  );
  const workbench = useRef<HTMLElement>(null);
  const review = useReview({
    questions,
    problems: open,
    onShow: () => workbench.current?.scrollIntoView({ block: 'start' }),
  });
  const rereading = useRereading({
    item,
    figures: { problems: open.length, questions: questions.length },
    before: beforeReread,
  });
  const [dialog, setDialog] = useState<'keys' | 'reading' | null>(null);
  const fix = (patch: ImportChoices) => rereading.change(mergeChoices(item.choices, patch));
  const busy = rereading.busy;
  const dismiss = ({ questionId, diagnostic: { code } }: Problem) => {
    if (questionId !== null) props.onDismiss?.({ questionId, code });
  };
  const showFirst = () => {
    const [first] = open;
    if (first) review.showProblem(first);
  };

  usePageKeys((event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === '?') setDialog('keys');
    else if (event.key === 'n') review.step(1);
    else if (event.key === 'p') review.step(-1);
    else return false;
    return true;
  });

  return (
    <>
      {renderNext?.({ busy, showFirst })}
      <RereadNotice item={item} rereading={rereading} />
      <ProblemList
        problems={problems}
        canFix={canFix}
        choices={item.choices}
        busy={busy}
        onFix={fix}
        onShow={review.showProblem}
        onDismiss={dismiss}
      />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <ChoiceChips
          choices={item.choices}
          canChange={canFix}
          busy={busy}
          onChange={rereading.change}
        />
        {canFix && (
          <Button icon="settings" disabled={busy} onClick={() => setDialog('reading')}>
            {t('readingButton')}
          </Button>
        )}
      </div>
      <ReviewWorkbench
        ref={workbench}
        side={review.side}
        onSide={review.setSide}
        top={
          <ProblemStepper
            problems={open}
            selection={review.selection}
            canFix={canFix}
            choices={item.choices}
            busy={busy}
            onFix={fix}
            onStep={review.step}
            onHelp={() => setDialog('keys')}
          />
        }
        document={
          <DocumentPane
            importId={item.id}
            links={review.links}
            marked={review.marked}
            current={review.selection?.paragraph ?? null}
            target={review.targets.document}
            onChoose={review.chooseParagraph}
          />
        }
        questions={
          renderQuestions?.({
            chosenId: review.selection?.questionId ?? null,
            target: review.targets.questions,
            editable: canFix && !busy,
            onChoose: review.chooseQuestion,
          }) ?? <p className="p-5 text-ink-soft">{t('questionsNone')}</p>
        }
      />
      <ReadingDialog
        open={dialog === 'reading'}
        choices={item.choices}
        onClose={() => setDialog(null)}
        onApply={rereading.change}
      />
      <ReviewKeysDialog open={dialog === 'keys'} onClose={() => setDialog(null)} />
    </>
  );
}
