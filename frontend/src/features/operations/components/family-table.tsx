import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Cell, HeadCell, Table } from '../../../components/ui/table';
import { VisuallyHidden } from '../../../components/ui/visually-hidden';
import { useFormat } from '../../../hooks/use-format';
import { useFigure } from '../hooks/use-figure';
import type { FamiliesProps, Family } from '../lib/families';
import { FamilyName } from './family-name';

const COUNTS = ['hits', 'misses', 'sets', 'deletes', 'errors'] as const;

export function FamilyTable({ families, onClear }: FamiliesProps) {
  const { t } = useTranslation('operations');
  return (
    <Table
      caption={t('families')}
      head={
        <>
          <HeadCell>{t('family')}</HeadCell>
          <HeadCell numeric>{t('keptFor')}</HeadCell>
          <HeadCell numeric>{t('hitRate')}</HeadCell>
          {COUNTS.map((what) => (
            <HeadCell key={what} numeric className="px-3">
              {t(what)}
            </HeadCell>
          ))}
          <HeadCell>
            <VisuallyHidden>{t('clear')}</VisuallyHidden>
          </HeadCell>
        </>
      }
    >
      {families.map((family) => (
        <Row key={family.name} family={family} onClear={onClear} />
      ))}
    </Table>
  );
}

function Row({ family, onClear }: { family: Family; onClear: FamiliesProps['onClear'] }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const figure = useFigure();
  return (
    <tr>
      <Cell>
        <FamilyName name={family.name} />
      </Cell>
      <Cell className="text-end whitespace-nowrap">
        {format.duration(family.ttlSeconds, 'short')}
      </Cell>
      <Cell className="text-end font-medium tabular-nums">{figure.share(family.hitRate)}</Cell>
      {COUNTS.map((what) => (
        <Cell key={what} className="px-3 text-end tabular-nums">
          {format.number(family[what])}
        </Cell>
      ))}
      <Cell className="text-end">
        <Button
          aria-label={t('clearFamily', { name: family.name })}
          onClick={() => onClear(family.name)}
        >
          {t('clear')}
        </Button>
      </Cell>
    </tr>
  );
}
