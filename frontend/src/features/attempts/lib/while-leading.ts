import type { Transport } from './autosave-types';
import type { ProgressStore } from './device-store';
import type { TabLead } from './tab-lead';

type Lead = Pick<TabLead, 'isSure' | 'confirm'>;

/** Of a page that leads no more nothing comes: another one has what it had, and goes on with it. */
const nothing = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Fulfilled at once while this page is sure to lead, later where it had to ask, and never when it leads no more. */
export async function untilLeading(lead: Lead): Promise<void> {
  if (!lead.isSure() && !(await lead.confirm())) await nothing();
}

/** The transport of the page that leads: after a hang nothing is sent or heard before it is known who leads now. */
export function sendingWhileLeading(lead: Lead, transport: Transport): Transport {
  // A page that is being left has no time to wait: while it is sure the request goes out at once.
  const guard = async <T>(send: () => Promise<T>): Promise<T> => {
    if (!lead.isSure()) await untilLeading(lead);
    const outcome = await send();
    await untilLeading(lead);
    return outcome;
  };
  return {
    save: (mutation, options) => guard(() => transport.save(mutation, options)),
    submit: (submission) => guard(() => transport.submit(submission)),
  };
}

/** The store of the page that leads: after a hang it writes nothing over what another page may have taken over. */
export function keepingWhileLeading(lead: Lead, store: ProgressStore): ProgressStore {
  return {
    keep(record) {
      if (lead.isSure()) return store.keep(record);
      const durable = untilLeading(lead).then(async () => {
        const kept = store.keep(record);
        return kept.fault ?? (await kept.durable);
      });
      return { fault: null, durable };
    },
  };
}
