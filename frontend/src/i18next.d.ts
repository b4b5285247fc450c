import type auth from './features/auth/locales/en.json';
import type attempts from './features/attempts/locales/en.json';
import type catalogue from './features/catalogue/locales/en.json';
import type common from './components/locales/en.json';
import type imports from './features/imports/locales/en.json';
import type invigilation from './features/invigilation/locales/en.json';
import type operations from './features/operations/locales/en.json';
import type quizzes from './features/quizzes/locales/en.json';

/** The English texts are the list of keys: a text that does not exist is a type error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth;
      attempts: typeof attempts;
      catalogue: typeof catalogue;
      common: typeof common;
      imports: typeof imports;
      invigilation: typeof invigilation;
      operations: typeof operations;
      quizzes: typeof quizzes;
    };
  }
}
