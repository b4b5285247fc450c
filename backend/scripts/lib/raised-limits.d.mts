export const RAISED_LIMITS: Readonly<Record<string, string>>;
