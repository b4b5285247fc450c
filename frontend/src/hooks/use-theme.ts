import { useSyncExternalStore } from 'react';
import { currentTheme, subscribeTheme, type Theme } from '../lib/theme/theme';

export function useTheme(): Theme {
  return useSyncExternalStore(subscribeTheme, currentTheme);
}
