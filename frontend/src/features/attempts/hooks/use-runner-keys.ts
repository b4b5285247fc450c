import { useEffect, useRef } from 'react';
import { commandOf, type RunnerCommand } from '../lib/runner-keys';

/** Where letters are typed or a list is open, keys belong to it. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** The keyboard of the runner, while no dialog is open and nothing is being typed. */
export function useRunnerKeys(optionCount: number, run: (command: RunnerCommand) => void): void {
  const latest = useRef({ optionCount, run });
  useEffect(() => {
    latest.current = { optionCount, run };
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isTaken(event.target)) return;
      const command = commandOf(event, latest.current.optionCount);
      if (!command) return;
      // Else ← and → would also change the choice of a radio group.
      event.preventDefault();
      latest.current.run(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
