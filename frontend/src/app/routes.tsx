import type { RouteObject } from 'react-router';
import { MainLayout } from './layouts/main-layout';
import { RootLayout } from './layouts/root-layout';
import { NotFoundPage } from './not-found-page';
import { page } from './page';
import { catalogueData, quizData, resultData, reviewData } from './page-data';
import { RequireId } from './require-id';
import { RequireSession } from './require-session';
import { RouteError } from './route-error';
import { staffRoutes } from './staff-routes';

const visitorRoutes: RouteObject[] = [
  {
    index: true,
    ...page(
      async () => (await import('../features/catalogue/pages/catalogue-page')).CataloguePage,
      catalogueData,
    ),
  },
  {
    path: 'login',
    ...page(async () => (await import('../features/auth/pages/login-page')).LoginPage),
  },
  {
    path: 'register',
    ...page(async () => (await import('../features/auth/pages/register-page')).RegisterPage),
  },
];

const quizRoutes: RouteObject[] = [
  {
    path: 'quizzes/:id',
    ...page(async () => (await import('../features/catalogue/pages/quiz-page')).QuizPage, quizData),
  },
  {
    element: <RequireSession />,
    children: [
      {
        path: 'attempts/:id/result',
        ...page(
          async () => (await import('../features/attempts/pages/result-page')).ResultPage,
          resultData,
        ),
      },
      {
        path: 'attempts/:id/review',
        ...page(
          async () => (await import('../features/attempts/pages/review-page')).ReviewPage,
          reviewData,
        ),
      },
    ],
  },
];

/** The runner has the whole window: no navigation tempts one away from an exam. */
const runnerRoute: RouteObject = {
  path: 'attempts/:id',
  element: <RequireId bare />,
  children: [
    {
      lazy: async () => {
        const { OpeningProblem } = await import('../features/attempts/components/opening-problem');
        return { element: <RequireSession bare problem={OpeningProblem} /> };
      },
      children: [
        {
          index: true,
          // Its data is never asked for ahead: the time left begins when the page is opened.
          ...page(
            async () => (await import('../features/attempts/pages/attempt-page')).AttemptPage,
          ),
        },
      ],
    },
  ],
};

/** Every page is loaded when it is first visited, or about to be; what only staff see never reaches a student. */
export const routes: RouteObject[] = [
  {
    element: <RootLayout />,
    errorElement: <RouteError />,
    children: [
      {
        element: <MainLayout />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              ...visitorRoutes,
              { element: <RequireId />, children: quizRoutes },
              { element: <RequireSession role="ADMIN" />, children: staffRoutes },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
      runnerRoute,
    ],
  },
];
