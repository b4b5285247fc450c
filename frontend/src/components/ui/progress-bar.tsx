import { Progress } from 'radix-ui';

interface ProgressBarProps {
  label: string;
  /** Per cent, 0–100. */
  value: number;
}

export function ProgressBar({ label, value }: ProgressBarProps) {
  return (
    <Progress.Root
      value={value}
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <Progress.Indicator
        className="h-full origin-left rounded-full bg-accent transition-[width] duration-200"
        style={{ width: `${value}%` }}
      />
    </Progress.Root>
  );
}
