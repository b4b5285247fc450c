import { SetMetadata } from '@nestjs/common';

/** Who may call a route: anybody, anyone signed in, or admins. Ownership is checked by the feature. */
export type AccessPolicy = 'public' | 'signed-in' | 'admin';

export const POLICY_METADATA = 'quizmaster:policy';

/** Declares who may call a route, or every route of a controller. A route without one stops the boot. */
export const Policy = (policy: AccessPolicy) => SetMetadata(POLICY_METADATA, policy);
