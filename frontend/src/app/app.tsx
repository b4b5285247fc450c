import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { Toaster } from '../components/ui/toaster';
import { LimitedNotice } from './layouts/limited-notice';
import { limitedReads, queryClient } from './query-client';
import { router } from './router';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <LimitedNotice reads={limitedReads} />
      <Toaster />
    </QueryClientProvider>
  );
}
