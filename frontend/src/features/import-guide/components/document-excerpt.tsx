import { cx } from '../../../components/ui/cx';
import { withKeys } from '../../../components/content/with-keys';
import type { Excerpt, ExcerptLine, Look, Run } from '../lib/excerpt';

interface DocumentExcerptProps {
  excerpt: Excerpt;
  /** Said by screen readers before it. */
  label: string;
}

/** A piece of a Word document as it looks there: text that can be read and copied, not a picture. */
export function DocumentExcerpt({ excerpt, label }: DocumentExcerptProps) {
  return (
    <div
      role="group"
      aria-label={label}
      // A table may be wider than a phone: the keyboard can reach what is beyond the edge.
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-surface px-5 py-4 shadow-sm"
    >
      {withKeys(blocksOf(excerpt)).map(([key, block]) =>
        block[0]?.cells ? (
          <ExcerptTable key={key} rows={block} />
        ) : (
          <ExcerptParagraph key={key} line={block[0] ?? {}} />
        ),
      )}
    </div>
  );
}

/** Lines one by one, and rows that stand together. */
function blocksOf({ lines }: Excerpt): ExcerptLine[][] {
  const blocks: ExcerptLine[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.cells && last?.[0]?.cells) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function ExcerptParagraph({ line }: { line: ExcerptLine }) {
  const { runs = [], list, indent = 0 } = line;
  return (
    <p className={cx('min-h-3 whitespace-pre-wrap', indent > 0 && 'ps-6')}>
      {list !== undefined && <span className="inline-block min-w-6 pe-2">{list} </span>}
      <Runs runs={runs} />
    </p>
  );
}

function ExcerptTable({ rows }: { rows: readonly ExcerptLine[] }) {
  return (
    <table className="border-collapse">
      <tbody>
        {withKeys(rows).map(([rowKey, { cells = [] }]) => (
          <tr key={rowKey}>
            {withKeys(cells).map(([cellKey, cell]) => (
              <td key={cellKey} className="border border-line-strong/50 px-3 py-1.5 align-top">
                <Runs runs={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const LOOKS: Record<Look, string> = {
  bold: 'font-bold',
  underline: 'underline underline-offset-2',
  highlight: 'bg-warning-soft px-0.5 text-ink outline outline-1 outline-warning/40',
  red: 'text-danger',
  code: 'font-mono',
};

function Runs({ runs }: { runs: readonly Run[] }) {
  return withKeys(runs).map(([key, run]) =>
    typeof run === 'string' ? (
      <span key={key}>{run}</span>
    ) : (
      <span key={key} className={LOOKS[run[1]]}>
        {run[0]}
      </span>
    ),
  );
}
