import { SetMetadata } from '@nestjs/common';

/** The named limits a route can be put under; their numbers are where the throttlers are made. */
export type RateLimitName = 'upload' | 'client-report';

export const RATE_LIMIT_METADATA = 'quizmaster:rate-limit';

/** Puts a route under a named limit: by address where nobody is signed in, else by user. */
export const RateLimit = (name: RateLimitName) => SetMetadata(RATE_LIMIT_METADATA, name);
