import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectControl } from '../../../components/ui/select-control';
import { categoriesQuery } from '../api/quizzes';
import { DIFFICULTIES, SORTS, type Filters } from '../lib/filters';
import { SearchField } from './search-field';

interface CatalogueFiltersProps {
  filters: Filters;
  onChange: (changes: Partial<Filters>, options?: { replace: boolean }) => void;
}

export function CatalogueFilters({ filters, onChange }: CatalogueFiltersProps) {
  const { t } = useTranslation('catalogue');
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  // Typing a word makes one step of Back, not one per letter.
  const search = useCallback((q: string) => onChange({ q }, { replace: true }), [onChange]);
  return (
    <div className="flex flex-wrap gap-3">
      <SearchField value={filters.q} onChange={search} />
      <div className="grid flex-1 basis-[32rem] grid-cols-2 gap-3 sm:grid-cols-3">
        <SelectControl
          className="max-sm:col-span-2"
          aria-label={t('category')}
          value={filters.category}
          onChange={(event) => onChange({ category: event.target.value })}
          options={[
            { value: '', label: t('allCategories') },
            ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <SelectControl
          aria-label={t('difficulty')}
          value={filters.difficulty ?? ''}
          onChange={({ target }) =>
            onChange({ difficulty: DIFFICULTIES.find((d) => d === target.value) ?? null })
          }
          options={[
            { value: '', label: t('allDifficulties') },
            ...DIFFICULTIES.map((value) => ({ value, label: t(`difficulty${value}`) })),
          ]}
        />
        <SelectControl
          aria-label={t('sort')}
          value={filters.sort}
          onChange={({ target }) =>
            onChange({ sort: SORTS.find((s) => s === target.value) ?? 'newest' })
          }
          options={SORTS.map((value) => ({ value, label: t(`sort_${value}`) }))}
        />
      </div>
    </div>
  );
}
