import type { ReactNode } from 'react';

/** Text of a dialog that may be longer than the screen: the keyboard can reach and scroll it. */
export function ScrollText({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div tabIndex={0} role="group" aria-label={label} className="-m-2 rounded-md p-2">
      {children}
    </div>
  );
}
