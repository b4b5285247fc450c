// Also brings the cookie methods onto Fastify's request and reply types.
import type { CookieSerializeOptions } from '@fastify/cookie';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiConfig } from '../../config/api.config.js';
import { AppError } from '../../shared/app-error.js';
import type { SignedInDto } from './identity.dto.js';
import type { Device, SignIn } from './sessions.service.js';

const NAME = 'qm_refresh';
const SECONDS_PER_DAY = 86_400;
const MAX_USER_AGENT = 400;

/** Out of reach of scripts, of other sites and of every route but the few that need it. */
const OPTIONS: CookieSerializeOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  path: '/api/auth',
};

/** The refresh token that came with the request, if any. */
export const RefreshToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().cookies[NAME],
);

/** The browser that a request came from. */
export const CurrentDevice = createParamDecorator(
  (_: unknown, context: ExecutionContext): Device => {
    const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    return { ip, userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null };
  },
);

/** The cookie that carries the refresh token between the browser and the sign-in routes. */
@Injectable()
export class RefreshCookie {
  private readonly maxAge: number;

  constructor(config: ApiConfig) {
    this.maxAge = config.auth.refreshTokenDays * SECONDS_PER_DAY;
  }

  answer(reply: FastifyReply, signIn: SignIn): SignedInDto {
    void reply.setCookie(NAME, signIn.refreshToken, { ...OPTIONS, maxAge: this.maxAge });
    return signIn.body;
  }

  /** Clears the cookie when it is refused, and only then: an outage must sign nobody out. */
  async answerOrClear(reply: FastifyReply, signIn: Promise<SignIn>): Promise<SignedInDto> {
    try {
      return this.answer(reply, await signIn);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unauthenticated') this.clear(reply);
      throw error;
    }
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, OPTIONS);
  }
}
