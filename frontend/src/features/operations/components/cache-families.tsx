import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state';
import { useMediaQuery } from '../../../hooks/use-media-query';
import type { FamiliesProps } from '../lib/families';
import { FamilyCards } from './family-cards';
import { FamilyTable } from './family-table';

/** The cache by what is kept in it: a table, or cards where it is narrow. */
export function CacheFamilies(props: FamiliesProps) {
  const { t } = useTranslation('operations');
  const isWide = useMediaQuery('(min-width: 64rem)');
  return (
    <section aria-labelledby="cache-families" className="flex flex-col gap-4">
      <h2 id="cache-families" className="text-xl">
        {t('families')}
      </h2>
      <p className="max-w-prose text-ink-soft">{t('familiesText')}</p>
      {props.families.length === 0 && <EmptyState icon="layers" title={t('noFamilies')} />}
      {props.families.length > 0 &&
        (isWide ? <FamilyTable {...props} /> : <FamilyCards {...props} />)}
    </section>
  );
}
