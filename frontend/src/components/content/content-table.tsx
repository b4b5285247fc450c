import { useTranslation } from 'react-i18next';
import type { ContentTable as Table } from '../../lib/api/generated/types.gen';
import { ContentParagraph } from './content-paragraph';
import { withKeys } from './with-keys';

/** Wider than the page, it scrolls in its own frame, which the keyboard can reach. */
export function ContentTable({ table }: { table: Table }) {
  const { t } = useTranslation('common');
  return (
    <div tabIndex={0} role="group" aria-label={t('table')} className="max-w-full overflow-x-auto">
      <table dir="auto" className="border-collapse text-start">
        <tbody>
          {withKeys(table.rows).map(([rowKey, row]) => (
            <tr key={rowKey}>
              {withKeys(row.cells).map(([cellKey, cell]) => (
                <td key={cellKey} className="border border-line-strong/50 px-3 py-2 align-top">
                  {withKeys(cell).map(([key, paragraph]) => (
                    <ContentParagraph key={key} paragraph={paragraph} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
