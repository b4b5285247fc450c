import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { loadStaffTexts, type StaffNamespace } from './texts/staff-texts';

interface PageAddress {
  /** The `:id` of the address; empty where it has none. */
  id: string;
  search: URLSearchParams;
}

/** Asks for what a page shows first, and keeps it for the page; never throws. */
export type PageData = (client: QueryClient, address: PageAddress) => Promise<void>;

export interface PageHandle {
  data: PageData | null;
}

type LoadPage = () => Promise<ComponentType>;

/** A page whose code is loaded when it is first visited, or when somebody is about to. */
export function page(load: LoadPage, data: PageData | null = null) {
  const handle: PageHandle = { data };
  return { lazy: async () => ({ Component: await load() }), handle };
}

/** The same with its texts, which no student ever loads. */
export function staffPage(
  texts: readonly StaffNamespace[],
  load: LoadPage,
  data: PageData | null = null,
) {
  return page(async () => {
    const [Page] = await Promise.all([load(), loadStaffTexts(texts)]);
    return Page;
  }, data);
}
