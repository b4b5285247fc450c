import { createBrowserRouter } from 'react-router';
import { prefetchOnIntent } from './prefetch';
import { queryClient } from './query-client';
import { routes } from './routes';

export const router = createBrowserRouter(routes);

prefetchOnIntent(routes, queryClient);
