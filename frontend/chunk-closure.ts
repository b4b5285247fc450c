import type { Rolldown } from 'vite';

/**
 * The chunks that load with these: they themselves and all they import at once.
 * @param start those to begin with, beside the entries
 */
export function closureOf(
  bundle: Rolldown.OutputBundle,
  start: (chunk: Rolldown.OutputChunk) => boolean,
): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  for (const chunk of chunks) if (chunk.isEntry || start(chunk)) visit(chunk);
  return [...loaded];
}

/** Whether the chunk was made for a module whose path ends so, but for its extension. */
export function isFor(chunk: Rolldown.OutputChunk, paths: readonly string[]): boolean {
  return paths.some((path) => chunk.facadeModuleId?.includes(`${path}.ts`));
}
