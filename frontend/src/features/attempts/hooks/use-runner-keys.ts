import { usePageKeys } from '../../../hooks/use-page-keys';
import { commandOf, type RunnerCommand } from '../lib/runner-keys';

/** The keyboard of the runner. */
export function useRunnerKeys(optionCount: number, run: (command: RunnerCommand) => void): void {
  usePageKeys((event) => {
    const command = commandOf(event, optionCount);
    if (command) run(command);
    return command !== null;
  });
}
