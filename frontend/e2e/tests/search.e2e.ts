import { it } from 'vitest';
import { useVisitors } from '../support/use-visitors';

const visit = useVisitors();

it('leads to the quiz that was chosen while the search waited for a pause in typing', async () => {
  // A service worker would have the code of the quiz's page already.
  const visitor = await visit({ serviceWorkers: 'block' });
  const page = await visitor.tab();
  const codeMayCome = Promise.withResolvers<void>();
  await page.route('**/assets/quiz-page-*.js', async (route) => {
    await codeMayCome.promise;
    await route.continue();
  });
  await page.clock.install();
  await page.goto(`${visitor.baseUrl}/?q=explorers`);
  const quiz = page.getByRole('link', { name: 'Geography for explorers' });
  await quiz.waitFor();

  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await page.getByRole('searchbox', { name: 'Search quizzes' }).fill('explorers g');
  const codeAsked = page.waitForRequest('**/assets/quiz-page-*.js');
  await quiz.click();
  await codeAsked;
  await page.clock.runFor(5_000);
  await page.clock.resume();
  codeMayCome.resolve();
  await page.getByRole('heading', { name: 'Geography for explorers', level: 1 }).waitFor();
});
