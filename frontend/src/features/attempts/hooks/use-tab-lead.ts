import { useEffect, useState, useSyncExternalStore } from 'react';
import { TabLead } from '../lib/tab-lead';
import { watchTab, type TabView } from '../lib/tab-view';

/** Whether this tab is the one that answers, and `lead`, the way to become it. */
export function useTabLead(name: string) {
  const [lead] = useState(() => new TabLead(name));
  const state = useSyncExternalStore(lead.subscribe, lead.getSnapshot);

  useEffect(() => {
    lead.start();
    return () => {
      lead.stop();
    };
  }, [lead]);

  // The parts of the page that led are gone by the time this effect runs, and have put all away.
  useEffect(() => {
    if (state.role === 'following') lead.letGo();
  }, [lead, state.role]);

  return { ...state, lead };
}

/** What the leading tab shows; null until it has been heard of. */
export function useLeadingTab(name: string): TabView | null {
  const [view, setView] = useState<TabView | null>(null);
  useEffect(() => watchTab(name, setView), [name]);
  return view;
}
