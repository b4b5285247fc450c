import { createBrowserRouter } from 'react-router';
import { MainLayout } from './layouts/main-layout';
import { RootLayout } from './layouts/root-layout';
import { NotFoundPage } from './not-found-page';
import { RequireSession } from './require-session';
import { RouteError } from './route-error';

/** Every page is loaded when it is first visited; what only staff see never reaches a student. */
export const router = createBrowserRouter([
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
              {
                index: true,
                lazy: async () => ({
                  Component: (await import('../features/catalogue/pages/catalogue-page'))
                    .CataloguePage,
                }),
              },
              {
                path: 'quizzes/:id',
                lazy: async () => ({
                  Component: (await import('../features/catalogue/pages/quiz-page')).QuizPage,
                }),
              },
              {
                path: 'login',
                lazy: async () => ({
                  Component: (await import('../features/auth/pages/login-page')).LoginPage,
                }),
              },
              {
                path: 'register',
                lazy: async () => ({
                  Component: (await import('../features/auth/pages/register-page')).RegisterPage,
                }),
              },
              {
                element: <RequireSession />,
                children: [
                  {
                    path: 'attempts/:id/result',
                    lazy: async () => ({
                      Component: (await import('../features/attempts/pages/result-page'))
                        .ResultPage,
                    }),
                  },
                  {
                    path: 'attempts/:id/review',
                    lazy: async () => ({
                      Component: (await import('../features/attempts/pages/review-page'))
                        .ReviewPage,
                    }),
                  },
                ],
              },
              {
                element: <RequireSession role="ADMIN" />,
                children: [
                  {
                    path: 'admin/import',
                    lazy: async () => ({
                      Component: (await import('../features/imports/pages/import-page')).ImportPage,
                    }),
                  },
                  {
                    path: 'admin/quizzes',
                    lazy: async () => ({
                      Component: (await import('../features/quizzes/pages/quiz-list-page'))
                        .QuizListPage,
                    }),
                  },
                  {
                    path: 'admin/quizzes/:id',
                    lazy: async () => ({
                      Component: (await import('../features/quizzes/pages/quiz-draft-page'))
                        .QuizDraftPage,
                    }),
                  },
                ],
              },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
      {
        // The runner has the whole window: no navigation tempts one away from an exam.
        element: <RequireSession bare />,
        children: [
          {
            path: 'attempts/:id',
            lazy: async () => ({
              Component: (await import('../features/attempts/pages/attempt-page')).AttemptPage,
            }),
          },
        ],
      },
    ],
  },
]);
