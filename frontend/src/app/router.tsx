import { createBrowserRouter } from 'react-router';
import { MainLayout } from './layouts/main-layout';
import { RootLayout } from './layouts/root-layout';
import { NotFoundPage } from './not-found-page';
import { RequireId } from './require-id';
import { RequireSession } from './require-session';
import { RouteError } from './route-error';

async function loadInvigilationTexts(): Promise<void> {
  const { loadTexts } = await import('../features/invigilation/lib/load-texts');
  await loadTexts();
}

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
                element: <RequireId />,
                children: [
                  {
                    path: 'quizzes/:id',
                    lazy: async () => ({
                      Component: (await import('../features/catalogue/pages/quiz-page')).QuizPage,
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
                    path: 'admin/import/guide',
                    lazy: async () => ({
                      Component: (await import('../features/import-guide/pages/guide-page'))
                        .GuidePage,
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
                    element: <RequireId />,
                    children: [
                      {
                        path: 'admin/imports/:id/review',
                        lazy: async () => ({
                          Component: (await import('./import-review-page')).ImportReviewPage,
                        }),
                      },
                      {
                        path: 'admin/quizzes/:id',
                        lazy: async () => ({
                          Component: (await import('../features/quizzes/pages/quiz-draft-page'))
                            .QuizDraftPage,
                        }),
                      },
                      {
                        path: 'admin/quizzes/:id/attempts',
                        lazy: async () => {
                          const [{ QuizAttemptsPage }] = await Promise.all([
                            import('../features/invigilation/pages/quiz-attempts-page'),
                            loadInvigilationTexts(),
                          ]);
                          return { Component: QuizAttemptsPage };
                        },
                      },
                      {
                        path: 'admin/attempts/:id',
                        lazy: async () => {
                          const [{ StaffAttemptPage }] = await Promise.all([
                            import('../features/invigilation/pages/staff-attempt-page'),
                            loadInvigilationTexts(),
                          ]);
                          return { Component: StaffAttemptPage };
                        },
                      },
                    ],
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
        path: 'attempts/:id',
        element: <RequireId bare />,
        children: [
          {
            lazy: async () => {
              const { OpeningProblem } =
                await import('../features/attempts/components/opening-problem');
              return { element: <RequireSession bare problem={OpeningProblem} /> };
            },
            children: [
              {
                index: true,
                lazy: async () => ({
                  Component: (await import('../features/attempts/pages/attempt-page')).AttemptPage,
                }),
              },
            ],
          },
        ],
      },
    ],
  },
]);
