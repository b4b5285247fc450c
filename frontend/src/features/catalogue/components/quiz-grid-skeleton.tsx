import { Skeleton } from '../../../components/ui/skeleton';

export const CARD_GRID = 'grid gap-4 sm:grid-cols-2 sm:gap-5 lg:grid-cols-3';

export function QuizGridSkeleton() {
  return (
    <div className={CARD_GRID}>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-48 rounded-lg" />
      ))}
    </div>
  );
}
