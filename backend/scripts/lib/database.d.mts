import type { Client } from 'pg';

/** What the two processes connect as: it owns nothing and cannot change the schema. */
export const APP_ROLE: string;

export function databaseUrl(parts: {
  role: string;
  password: string;
  port: number;
  database: string;
}): string;

/** The same address with another database. */
export function withDatabase(url: string, database: string): string;

/** Makes the app's role (once, or gives it this password) and an empty database when absent. */
export function prepareDatabase(wanted: {
  adminUrl: string;
  database: string;
  appPassword: string;
}): Promise<void>;

export function createDatabase(adminUrl: string, name: string, template?: string): Promise<void>;

export function dropDatabase(adminUrl: string, name: string): Promise<void>;

/** Lets the app's role read and write rows of every table, now and later, and nothing else. */
export function grantToApp(ownerUrl: string): Promise<void>;

/** Lends a connection of its own. */
export function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T>;
