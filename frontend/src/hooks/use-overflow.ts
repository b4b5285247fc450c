import { useEffect, useRef, useState, type RefObject } from 'react';

/** Is the element's content wider than the element? Watched for as long as it is shown. */
export function useOverflow<T extends Element>(): [ref: RefObject<T | null>, overflows: boolean] {
  const ref = useRef<T>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setOverflows(element.scrollWidth > element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, overflows];
}
