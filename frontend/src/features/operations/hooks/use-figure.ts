import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../hooks/use-format';

const NOTHING = '–';

/** Figures that may not be known yet, in the language of the interface. */
export function useFigure() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return {
    /** `share`: 0–1. */
    share: (share: number | null) => (share === null ? NOTHING : format.percent(share * 100)),
    milliseconds: (value: number | null) =>
      value === null ? NOTHING : t('milliseconds', { value: format.number(value) }),
  };
}
