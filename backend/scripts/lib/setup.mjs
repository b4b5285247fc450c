import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNodeFile } from './paths.mjs';

// All that a command of this folder needs before it runs code of the product: three functions that
// may be called at any time, do nothing when there is nothing to do, and write only to standard
// error unless `sendProgressTo` says otherwise.
export { ensureBuilt, ensureInstalled };

/** The Node that runs the product, whatever Node the machine has. Installed by ensureInstalled. */
export function pinnedNode() {
  return pinnedNodeFile;
}
