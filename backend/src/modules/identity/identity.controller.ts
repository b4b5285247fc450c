import { Body, Controller, Get, Header, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CachedAnswer } from '../../cache/cached-answer.js';
import { FromCache } from '../../cache/from-cache.interceptor.js';
import { Policy } from '../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../http/principal.js';
import {
  type LoginRequest,
  loginSchema,
  type RegisterRequest,
  registerSchema,
  type SignedInDto,
  signedInSchema,
  type UserDto,
  userSchema,
} from './identity.dto.js';
import { IdentityService } from './identity.service.js';
import { CurrentDevice, RefreshCookie, RefreshToken } from './refresh-cookie.js';
import { type Device, SessionsService } from './sessions.service.js';
import { RateLimit } from '../../throttler/limit.decorator.js';

const NO_STORE = ['cache-control', 'no-store'] as const;

@ApiTags('auth')
@Controller('auth')
export class IdentityController {
  constructor(
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly cookie: RefreshCookie,
  ) {}

  @Post('register')
  @Header(...NO_STORE)
  @Policy('public')
  @ApiOperation({ operationId: 'register', summary: 'Open an account and sign in' })
  @ApiCreatedResponse({ standardSchema: signedInSchema })
  @ApiConflictResponse({ description: 'EMAIL_TAKEN' })
  @ApiUnprocessableEntityResponse({ description: 'VALIDATION_FAILED, PASSWORD_TOO_COMMON' })
  @ApiTooManyRequestsResponse({ description: 'RATE_LIMITED' })
  async register(
    @Body({ schema: registerSchema }) body: RegisterRequest,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.cookie.answer(reply, await this.identity.register(body, device));
  }

  @Post('login')
  @Header(...NO_STORE)
  @HttpCode(200)
  @Policy('public')
  @ApiOperation({ operationId: 'login', summary: 'Sign in' })
  @ApiOkResponse({ standardSchema: signedInSchema })
  @ApiUnauthorizedResponse({ description: 'INVALID_CREDENTIALS' })
  @ApiTooManyRequestsResponse({ description: 'RATE_LIMITED' })
  async login(
    @Body({ schema: loginSchema }) body: LoginRequest,
    @CurrentDevice() device: Device,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.cookie.answer(reply, await this.identity.login(body, device));
  }

  @Post('refresh')
  @RateLimit('session')
  @Header(...NO_STORE)
  @HttpCode(200)
  @Policy('public')
  @ApiOperation({
    operationId: 'refresh',
    summary: 'Trade the refresh cookie for a new one and a new access token',
  })
  @ApiOkResponse({ standardSchema: signedInSchema })
  @ApiUnauthorizedResponse({ description: 'SESSION_EXPIRED, SESSION_REVOKED' })
  refresh(
    @RefreshToken() token: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.cookie.answerOrClear(reply, this.sessions.refresh(token));
  }

  @Post('logout')
  @RateLimit('session')
  @HttpCode(204)
  @Policy('public')
  @ApiOperation({ operationId: 'logout', summary: 'End the session of the refresh cookie' })
  @ApiNoContentResponse()
  async logout(
    @RefreshToken() token: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(token);
    this.cookie.clear(reply);
  }

  @Get('me')
  @Header(...NO_STORE)
  @Policy('signed-in')
  @FromCache()
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'getMe', summary: 'The account that is signed in' })
  @ApiOkResponse({ standardSchema: userSchema })
  getMe(@CurrentPrincipal() principal: Principal): Promise<CachedAnswer<UserDto>> {
    return this.identity.getUser(principal.userId);
  }
}
