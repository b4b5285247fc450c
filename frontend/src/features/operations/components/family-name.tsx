import { useTranslation } from 'react-i18next';

/** What is known of each family; another one is called what the server calls it. */
const KNOWN = {
  'quizzes:list': 'quizList',
  'quizzes:detail': 'quizDetail',
  'categories:list': 'categories',
  questions: 'questions',
  'questions:bank': 'questionBank',
  'user:profile': 'profile',
  'attempts:result': 'result',
} as const;

/** A family of cached answers by its name, and what is kept in it. */
export function FamilyName({ name }: { name: string }) {
  const { t } = useTranslation('operations');
  return (
    <>
      <code className="font-mono text-sm font-medium break-all">{name}</code>
      {isKnown(name) && (
        <span className="block text-sm text-ink-soft">{t(`family_${KNOWN[name]}`)}</span>
      )}
    </>
  );
}

function isKnown(name: string): name is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, name);
}
