import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../../../lib/http/browser-session';
import { listenToEvents } from '../../../lib/http/event-stream';
import { resultQuery, reviewQuery } from '../api/result-queries';
import { attemptEvent } from '../lib/attempt-event';

/** Keeps an open result up to date: staff may accept answers that came late, or refuse them after all. */
export function useResultEvents(attemptId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let connections = 0;
    const refresh = () => {
      void queryClient.invalidateQueries({ queryKey: resultQuery(attemptId).queryKey });
      void queryClient.invalidateQueries({ queryKey: reviewQuery(attemptId).queryKey });
    };
    return listenToEvents({
      session,
      onConnected: (connected) => {
        if (connected) connections += 1;
      },
      onEvent: (event) => {
        const mayHaveMissed =
          event.type === 'look-again' || (event.type === 'ready' && connections > 1);
        if (mayHaveMissed || attemptEvent(event, 'attempt-result', attemptId)) refresh();
      },
    });
  }, [attemptId, queryClient]);
}
