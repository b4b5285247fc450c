import type { Traffic } from '../http/route-settings.js';
import type { RuleName } from './rules.js';

/** Which rules a request falls under, by who asks. Rules of one list are held in the same place. */
interface TrafficRules {
  /** Of whoever brings no token of ours that is in force, by address. */
  anybody: readonly RuleName[];
  /** Of a user. */
  signedIn: readonly RuleName[];
  /** Signed in or not, requests are counted by address: whoever asks here brings no token. */
  byAddress?: true;
}

/**
 * The page of a student at work must never meet a limit: what pages do by themselves has room of its own, and so
 * has handing in, which may have to be tried again and again.
 */
export const TRAFFIC: Readonly<Record<Traffic, TrafficRules>> = {
  general: { anybody: ['anonymous'], signedIn: ['api'] },
  upload: { anybody: ['anonymous'], signedIn: ['api', 'upload-requests'] },
  'client-report': { anybody: ['anonymous'], signedIn: ['client-report'] },
  submit: { anybody: ['anonymous'], signedIn: ['submit'] },
  events: { anybody: ['anonymous'], signedIn: ['events'] },
  poll: { anybody: ['anonymous'], signedIn: ['poll'] },
  autosave: { anybody: ['anonymous'], signedIn: ['autosave'] },
  session: { anybody: ['session'], signedIn: ['session'], byAddress: true },
  media: { anybody: ['media'], signedIn: ['media'], byAddress: true },
  health: { anybody: ['health'], signedIn: ['health'], byAddress: true },
};
