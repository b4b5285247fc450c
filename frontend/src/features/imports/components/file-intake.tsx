import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../components/ui/file-drop';
import { Notice } from '../../../components/ui/notice';
import { Select } from '../../../components/ui/select';
import { categoriesQuery } from '../api/imports';
import { addUploads } from '../hooks/use-uploads';

const MOST_FILES = 50;

/** Where files are dropped, and the category they are to have. */
export function FileIntake() {
  const { t } = useTranslation('imports');
  const categories = useQuery(categoriesQuery()).data?.items ?? [];
  const [categoryId, setCategoryId] = useState('');
  const [tooMany, setTooMany] = useState(0);

  const take = (files: File[]) => {
    const isTooMuch = files.length > MOST_FILES;
    setTooMany(isTooMuch ? files.length : 0);
    if (!isTooMuch) addUploads(files, categoryId === '' ? null : categoryId);
  };

  return (
    <div className="flex flex-col gap-4">
      <FileDrop title={t('dropTitle')} hint={t('dropHint')} accept=".docx" onFiles={take} />
      {tooMany > 0 && (
        <Notice tone="warning" role="alert" title={t('tooManyTitle', { count: MOST_FILES })}>
          {t('tooManyText', { count: tooMany })}
        </Notice>
      )}
      {categories.length > 0 && (
        <div className="sm:max-w-80">
          <Select
            label={t('category')}
            hint={t('categoryHint')}
            value={categoryId}
            onChange={({ target }) => setCategoryId(target.value)}
            options={[
              { value: '', label: t('noCategory') },
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      )}
    </div>
  );
}
