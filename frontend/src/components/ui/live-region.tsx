interface LiveRegionProps {
  /** Read out whenever it changes, after what is being read. */
  message: string;
}

/** Must be in the page before its message is: mount it empty. */
export function LiveRegion({ message }: LiveRegionProps) {
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {message}
    </div>
  );
}
