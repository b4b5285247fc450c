import { z } from 'zod';
import { lineSchema } from '../../shared/text.js';

const email = z
  .string()
  .max(254)
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .meta({ description: 'Sign-in name; compared without case' });
/** 8–128 characters and no composition rules; checked before any hashing. */
const password = z.string().min(8).max(128);
const name = lineSchema(100).min(1);

const roleSchema = z.enum(['STUDENT', 'ADMIN']).meta({ id: 'Role' });
export type Role = z.infer<typeof roleSchema>;

export const registerSchema = z
  .strictObject({ email, password, name })
  .meta({ id: 'RegisterRequest' });
export type RegisterRequest = z.infer<typeof registerSchema>;

export const loginSchema = z
  .strictObject({ email, password: z.string().min(1).max(128) })
  .meta({ id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof loginSchema>;

export const userSchema = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type UserDto = z.infer<typeof userSchema>;

/** The refresh token travels beside it in an httpOnly cookie, never in a body. */
export const signedInSchema = z
  .strictObject({
    user: userSchema,
    accessToken: z.string(),
    expiresInSeconds: z.number().int(),
  })
  .meta({ id: 'SignedIn' });
export type SignedInDto = z.infer<typeof signedInSchema>;
