import { withKeys } from '../../../components/content/with-keys';
import { useDiagnosticText } from '../../../components/diagnostics/diagnostic-text';
import { SeverityIcon } from '../../../components/diagnostics/severity-icon';
import type { Diagnostic } from '../../../lib/api/generated/types.gen';

interface DiagnosticListProps {
  diagnostics: readonly Diagnostic[];
  /** False where the document itself stands beside them. */
  quoting?: boolean;
}

/** What the import doubted, each with the words of the document it is about. */
export function DiagnosticList({ diagnostics, quoting = true }: DiagnosticListProps) {
  const textOf = useDiagnosticText();
  return (
    <ul className="flex flex-col gap-3">
      {withKeys(diagnostics).map(([key, diagnostic]) => (
        <li key={key} className="flex gap-2.5 text-sm">
          <SeverityIcon severity={diagnostic.severity} className="mt-px" />
          <div className="min-w-0 flex-1">
            <p>{textOf(diagnostic)}</p>
            {quoting && diagnostic.excerpt !== '' && (
              <blockquote
                dir="auto"
                className="mt-1 border-s-2 border-line-strong/60 ps-3 text-ink-soft italic"
              >
                {diagnostic.excerpt}
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
