import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** While `active`, closing the tab asks first, and going elsewhere in the app waits for the answer. */
export function useLeaveGuard(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const onLeave = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [active]);

  return useBlocker(
    ({ currentLocation, nextLocation }) =>
      active && currentLocation.pathname !== nextLocation.pathname,
  );
}
