import { randomId } from '../../lib/ids';

export interface Toast {
  id: string;
  message: string;
  tone: 'neutral' | 'success' | 'danger';
  action: { label: string; run: () => void } | null;
  /** Called once when it goes away and its action was not used. */
  onExpire: (() => void) | null;
}

type ToastInput = Pick<Toast, 'message'> & Partial<Omit<Toast, 'id' | 'message'>>;

let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

/** Shows a short message that goes away by itself; with `action`, such as Undo, it stays longer. */
export function showToast(input: ToastInput): string {
  const toast: Toast = { tone: 'neutral', action: null, onExpire: null, ...input, id: randomId() };
  change([...toasts, toast]);
  return toast.id;
}

/** Takes a message away; `acted` when its action was used, else it counts as expired. */
export function dismissToast(id: string, acted = false): void {
  const toast = toasts.find((candidate) => candidate.id === id);
  if (!toast) return;
  change(toasts.filter((candidate) => candidate.id !== id));
  if (acted) toast.action?.run();
  else toast.onExpire?.();
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
