import type { ReactNode } from 'react';
import { Card } from '../../../components/ui/card';
import { PageHeading } from '../../../components/ui/page-heading';

interface AuthCardProps {
  title: string;
  lead: string;
  children: ReactNode;
  footer: ReactNode;
}

export function AuthCard({ title, lead, children, footer }: AuthCardProps) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-8 sm:py-6">
      <PageHeading lead={lead}>{title}</PageHeading>
      <Card className="p-6 sm:p-8">{children}</Card>
      <p className="text-ink-soft">{footer}</p>
    </div>
  );
}
