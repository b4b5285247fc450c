import type { SignedIn } from '../api/generated/types.gen';

interface Listeners {
  /** `ageMs`: how long ago the token was handed out. */
  onSignedIn: (signedIn: SignedIn, ageMs: number) => void;
  onSignedOut: () => void;
}

/** Tells the other tabs of this browser about the session. */
export interface SessionChannel {
  signedIn: (signedIn: SignedIn) => void;
  signedOut: () => void;
  listen: (listeners: Listeners) => void;
}

type Message = { kind: 'signed-in'; signedIn: SignedIn; sentAt: number } | { kind: 'signed-out' };

/** A channel between all pages of this origin; only our own pages can write to it. */
export function openSessionChannel(name: string): SessionChannel & { close: () => void } {
  const channel = new BroadcastChannel(name);
  const post = (message: Message) => channel.postMessage(message);
  return {
    signedIn: (signedIn) => post({ kind: 'signed-in', signedIn, sentAt: Date.now() }),
    signedOut: () => post({ kind: 'signed-out' }),
    listen: ({ onSignedIn, onSignedOut }) => {
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.kind === 'signed-in') {
          onSignedIn(data.signedIn, Math.max(0, Date.now() - data.sentAt));
        } else {
          onSignedOut();
        }
      };
    },
    close: () => channel.close(),
  };
}
