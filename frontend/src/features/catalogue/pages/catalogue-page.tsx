import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../../components/ui/page-heading';
import { useSession } from '../../../hooks/use-session';
import { CatalogueFilters } from '../components/catalogue-filters';
import { Hero } from '../components/hero';
import { QuizGrid } from '../components/quiz-grid';
import { useFilters } from '../hooks/use-filters';

export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const { filters, change } = useFilters();
  const { user, status } = useSession();
  const isVisitor = status === 'signed-out';
  return (
    <div className="flex flex-col gap-8">
      {isVisitor ? (
        <Hero />
      ) : (
        <PageHeading title={t('title')} lead={t('lead')}>
          {user ? t('greeting', { name: user.name }) : t('title')}
        </PageHeading>
      )}
      <CatalogueFilters filters={filters} onChange={change} />
      <QuizGrid
        filters={filters}
        onClear={() => change({ q: '', category: '', difficulty: null })}
      />
    </div>
  );
}
