import { Button } from '../../../../components/ui/button';
import type { ImportChoices } from '../../../../lib/api/generated/types.gen';
import { useChoiceText } from '../../hooks/use-choice-text';

interface FixButtonsProps {
  fixes: readonly ImportChoices[];
  onFix: (patch: ImportChoices) => void;
  disabled: boolean;
}

/** What would mend it, each as a button that says so; the likeliest stands out. */
export function FixButtons({ fixes, onFix, disabled }: FixButtonsProps) {
  const text = useChoiceText();
  return fixes.map((fix, index) => (
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
