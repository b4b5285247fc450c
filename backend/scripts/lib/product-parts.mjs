import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { backendDir } from './paths.mjs';

const TOKEN_SECONDS = 86_400;

/** A module of the built product. @param {string} path below backend/dist */
async function importBuilt(path) {
  await import('reflect-metadata');
  return import(pathToFileURL(join(backendDir, 'dist', path)).href);
}

/**
 * The product's own signer: a token of it is one that a user could hold, for a day.
 * @param {string} jwtSecret
 * @returns {Promise<(claim: { userId: string, sessionId: string, role: string }) => string>}
 */
export async function tokenSigner(jwtSecret) {
  const { AccessTokens } = await importBuilt('modules/identity/access-tokens.js');
  const tokens = new AccessTokens({ auth: { jwtSecret, accessTokenSeconds: TOKEN_SECONDS } });
  return (claim) => tokens.sign(claim);
}

/**
 * The hash that the product keeps of a password.
 * @param {string} password
 * @returns {Promise<string>}
 */
export async function passwordHash(password) {
  const { PasswordHasher } = await importBuilt('modules/identity/password-hasher.js');
  return new PasswordHasher().hash(password);
}
