import { z } from 'zod';

/** Room is left for what is added to a moment. */
const LATEST = Date.UTC(9000, 0);
const FIRST = new Date('0001-01-01T00:00:00.000Z').getTime();

/**
 * A moment that somebody tells us, with any offset, as text. The database knows no year 0, and reads no year of more
 * than four digits the way it is written here: in UTC it is from the year 1 to 8999.
 */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine((text) => {
    const at = Date.parse(text);
    return at >= FIRST && at < LATEST;
  }, 'must be in the years 1 to 8999');
