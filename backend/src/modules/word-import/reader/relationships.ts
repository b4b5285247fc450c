import { posix } from 'node:path';
import { ParseFailure } from '../domain/parse-failure.js';
import { readOptionalPart } from './read-part.js';
import type { ElementBudget } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

export interface Relationship {
  /** Last word of the type: `officeDocument`, `styles`, `image` … the same in strict documents. */
  type: string;
  target: string;
  /** Points outside the file: never followed. */
  external: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** A target relative to its part; `..` beyond the root stays at the root. */
function resolveTarget(part: string, target: string): string {
  return posix.join('/', posix.dirname(`/${part}`), target).slice(1);
}

const absolute = (target: string): boolean => target.startsWith('/');

/** The relationships of a part (`''` for the package itself), by id. */
export async function readRelationships(
  zip: ZipPackage,
  part: string,
  budget: ElementBudget,
): Promise<Relationships> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const relationships = new Map<string, Relationship>();
  for (const { attributes } of await readOptionalPart(zip, name, 'rel:Relationships', budget)) {
    const id = attributes.get('Id');
    const target = attributes.get('Target');
    if (id === undefined || target === undefined) continue;
    const external = attributes.get('TargetMode') === 'External';
    const inside = absolute(target)
      ? posix.normalize(target).slice(1)
      : resolveTarget(part, target);
    relationships.set(id, {
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: external ? target : inside,
      external,
    });
  }
  return relationships;
}

/** The target of the first relationship of a type. */
export function targetOfType(relationships: Relationships, type: string): string | undefined {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.external) return relationship.target;
  }
  return undefined;
}

const usualMainPart = 'word/document.xml';

/** The main part, found by its relationship and only failing that by its usual name. */
export async function findMainPart(zip: ZipPackage, budget: ElementBudget): Promise<string> {
  const target = targetOfType(await readRelationships(zip, '', budget), 'officeDocument');
  if (target !== undefined && zip.has(target)) return target;
  if (zip.has(usualMainPart)) return usualMainPart;
  throw new ParseFailure('NOT_DOCX', 'no main document part');
}
