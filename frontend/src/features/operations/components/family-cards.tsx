import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Card } from '../../../components/ui/card';
import { Fact, Facts } from '../../../components/ui/facts';
import { useFormat } from '../../../hooks/use-format';
import { useFigure } from '../hooks/use-figure';
import type { FamiliesProps } from '../lib/families';
import { FamilyName } from './family-name';

export function FamilyCards({ families, onClear }: FamiliesProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const figure = useFigure();
  return (
    <ul aria-label={t('families')} className="flex flex-col gap-4">
      {families.map((family) => (
        <li key={family.name}>
          <Card className="flex flex-col gap-4 p-4">
            <div>
              <FamilyName name={family.name} />
            </div>
            <Facts>
              <Fact name={t('hitRate')}>{figure.share(family.hitRate)}</Fact>
              <Fact name={t('keptFor')}>{format.duration(family.ttlSeconds, 'short')}</Fact>
              <Fact name={t('hits')}>{format.number(family.hits)}</Fact>
              <Fact name={t('misses')}>{format.number(family.misses)}</Fact>
              <Fact name={t('deletes')}>{format.number(family.deletes)}</Fact>
              <Fact name={t('errors')}>{format.number(family.errors)}</Fact>
            </Facts>
            <Button
              className="self-start"
              aria-label={t('clearFamily', { name: family.name })}
              onClick={() => onClear(family.name)}
            >
              {t('clear')}
            </Button>
          </Card>
        </li>
      ))}
    </ul>
  );
}
