/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number>;
/** Why a port of 127.0.0.1 cannot be listened on (EADDRINUSE, EACCES …); null when it can. */
export function portProblem(port: number): Promise<string | null>;
