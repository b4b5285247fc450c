import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../hooks/use-locale';
import type { ImportChoices } from '../../../lib/api/generated/types.gen';
import type { Choice } from '../lib/choices';
import { listChoices } from '../lib/choices';

/** Says a choice in words: what a button will do, or what was chosen. */
export function useChoiceText() {
  const { t } = useTranslation('imports');
  const locale = useLocale();

  const one = (choice: Choice): string => {
    switch (choice.field) {
      case 'correctLooks':
        return looks(choice.value);
      case 'optionsAre':
        return t(`optionsAre_${choice.value}`);
      case 'questionsStartAt':
        return t(`questionsStartAt_${choice.value}`);
      case 'trust':
        return t(`trust_${choice.value}`);
      case 'answersStand':
        return t(`answersStand_${choice.value}`);
      case 'correctColumn':
        return t('correctColumn', { number: choice.value + 1 });
      case 'ignoredParagraphs':
        return t('paragraphLeftOut', { number: choice.value + 1 });
    }
  };
  const looks = (chosen: NonNullable<ImportChoices['correctLooks']>): string => {
    if (chosen.length === 0) return t('looksNone');
    const names = chosen.map((look) => t(`look_${look}`));
    return t('looksMark', { looks: new Intl.ListFormat(locale).format(names) });
  };

  return {
    one,
    /** What a fix would do, as the text of its button. */
    fix: (patch: ImportChoices): string => {
      const { ignoredParagraphs: ignored = [], ...rest } = patch;
      const parts = listChoices(rest).map(one);
      if (ignored.length > 0) parts.push(t('ignoreParagraphs', { count: ignored.length }));
      return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
    },
  };
}
