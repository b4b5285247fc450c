interface LiveRegionProps {
  /** Read out whenever it changes. */
  message: string;
  /** `true`: interrupts what is being read. */
  assertive?: boolean;
}

/** Must be in the page before its message is: mount it empty. */
export function LiveRegion({ message, assertive = false }: LiveRegionProps) {
  return (
    <div
      role={assertive ? 'alert' : 'status'}
      aria-live={assertive ? 'assertive' : 'polite'}
      className="sr-only"
    >
      {message}
    </div>
  );
}
