import { Button } from '../../../../components/ui/button';
import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import { useChoiceText } from '../../hooks/use-choice-text';
import { isIncluded } from '../../lib/choices';

interface FixButtonsProps {
  fixes: readonly ImportChoices[];
  /** Told already: to say it again would change nothing. */
  choices: ImportChoices;
  onFix: (patch: ImportChoices) => void;
  disabled: boolean;
}

/** What would mend it, each as a button that says so; the likeliest stands out. */
export function FixButtons({ fixes, choices, onFix, disabled }: FixButtonsProps) {
  const text = useChoiceText();
  const news = fixes.filter((fix) => !isIncluded(fix, choices));
  return news.map((fix, index) => (
    <Button
      key={JSON.stringify(fix)}
      variant={index === 0 ? 'primary' : 'secondary'}
      disabled={disabled}
      onClick={() => onFix(fix)}
    >
      {text.fix(fix)}
    </Button>
  ));
}
