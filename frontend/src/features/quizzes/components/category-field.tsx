import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Select } from '../../../components/ui/select';
import { categoriesQuery } from '../api/quizzes';
import { NewCategoryDialog } from './new-category-dialog';

interface CategoryFieldProps {
  /** Id; empty for none. */
  value: string;
  onChange: (categoryId: string) => void;
}

export function CategoryField({ value, onChange }: CategoryFieldProps) {
  const { t } = useTranslation('quizzes');
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <Select
        label={t('category')}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        options={[
          { value: '', label: t('notSet') },
          ...categories.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button
        variant="ghost"
        icon="plus"
        onClick={() => setAdding(true)}
        className="-ms-3 self-start text-sm in-disabled:hidden"
      >
        {t('newCategory')}
      </Button>
      <NewCategoryDialog open={adding} onClose={() => setAdding(false)} onCreated={onChange} />
    </div>
  );
}
