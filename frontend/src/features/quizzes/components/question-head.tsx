import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/ui/badge';
import { IconButton } from '../../../components/ui/icon-button';
import { useFormat } from '../../../hooks/use-format';
import type { NumberedQuestion } from '../lib/questions';

interface QuestionHeadProps {
  item: NumberedQuestion;
  titleId: string;
  /** Each left out where it cannot be done. */
  onEdit?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
  onShowSource?: (() => void) | undefined;
}

/** Number, kind and points of a question, and what can be done with it. */
export function QuestionHead(props: QuestionHeadProps) {
  const { item, titleId, onEdit, onRemove, onShowSource } = props;
  const { t } = useTranslation('quizzes');
  const format = useFormat();
  const { number, question } = item;
  return (
    <div className="flex items-start gap-1 px-5 pt-3">
      <div className="me-2 flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={titleId} className="font-semibold">
          {t('question', { number })}
        </h3>
        <Badge>{t(`type${question.type}`)}</Badge>
        <span className="text-sm text-ink-soft">
          {t('points', { count: question.points, points: format.number(question.points) })}
        </span>
        {question.edited && <Badge tone="accent">{t('edited')}</Badge>}
      </div>
      <span className="-me-2 flex shrink-0">
        {onShowSource && (
          <IconButton icon="link" label={t('showSource', { number })} onClick={onShowSource} />
        )}
        {onEdit && (
          <IconButton icon="pencil" label={t('editQuestion', { number })} onClick={onEdit} />
        )}
        {onRemove && (
          <IconButton icon="trash" label={t('removeQuestion', { number })} onClick={onRemove} />
        )}
      </span>
    </div>
  );
}
