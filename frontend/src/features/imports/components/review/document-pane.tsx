import { useCallback, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../../components/ui/error-state';
import { Skeleton } from '../../../../components/ui/skeleton';
import { VirtualList } from '../../../../components/ui/virtual-list';
import type { ListTarget } from '../../../../components/ui/wanted-row';
import { useDocument } from '../../hooks/use-document';
import type { Links } from '../../lib/review-selection';
import { ParagraphRow } from './paragraph-row';

interface DocumentPaneProps {
  importId: string;
  links: Links;
  marked: ReadonlySet<number>;
  current: number | null;
  target: ListTarget | null;
  /** `jump`: chosen by the keyboard, which goes on at the question. */
  onChoose: (paragraph: number, jump: boolean) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The document, paragraph by paragraph: one stop of the Tab key, within which the arrows move. */
export function DocumentPane(props: DocumentPaneProps) {
  const { importId, links, marked, current, target, onChoose } = props;
  const { t } = useTranslation('imports');
  const { total, paragraphAt, show, isPending, error, retry } = useDocument(importId);
  const [active, setActive] = useState(0);
  const [moved, setMoved] = useState<ListTarget | null>(null);
  const [followed, setFollowed] = useState(target);
  if (target !== followed) {
    setFollowed(target);
    setMoved(null);
    if (target) setActive(target.index);
  }
  const keep = useMemo(() => [active], [active]);
  const key = useCallback((index: number) => index, []);

  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const index = Math.min(Math.max(active + step, 0), Math.max(total - 1, 0));
    setActive(index);
    setMoved({ index, align: 'auto', focus: true });
  };

  if (error && total === 0) return <ErrorState error={error} onRetry={retry} />;
  if (isPending) return <Skeleton className="m-3 flex-1" />;
  if (total === 0) return <p className="p-5 text-ink-soft">{t('documentEmpty')}</p>;
  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={move}>
      <VirtualList
        label={t('documentTitle')}
        count={total}
        estimate={44}
        itemKey={key}
        keep={keep}
        target={moved ?? target}
        onShown={show}
        className="min-h-0 flex-1"
      >
        {(index) => {
          const paragraph = paragraphAt(index);
          if (!paragraph) return <Skeleton className="mx-3 my-2 h-7" />;
          return (
            <ParagraphRow
              paragraph={paragraph}
              questionNumber={links.questionAt.get(index)?.number ?? null}
              marked={marked.has(index)}
              current={current === index}
              tabStop={index === active}
              onChoose={(jump) => {
                setActive(index);
                onChoose(index, jump);
              }}
            />
          );
        }}
      </VirtualList>
    </div>
  );
}
