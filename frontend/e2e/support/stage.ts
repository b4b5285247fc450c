/** What the tests are told of the instance that runs for them. */
export interface Stage {
  baseUrl: string;
  admin: { email: string; password: string };
  /** A published quiz with the questions of the geography paper and no time limit. */
  quizId: string;
  /** For what takes too long through the product, such as thousands of rows. */
  databaseUrl: string;
  /** Where the instance's processes leave their log. */
  logDir: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage;
  }
}
