/** An ISO time as a `datetime-local` control takes it, to the second, in the reader's time zone. */
export function toLocalInput(iso: string): string {
  const date = new Date(iso);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19);
}

/** The ISO time that was entered; null when it is none. */
export function fromLocalInput(value: string): string | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
