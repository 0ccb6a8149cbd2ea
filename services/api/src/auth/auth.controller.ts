import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { OpenInMaintenance } from '../levers/maintenance.guard.js';
import { Answers } from '../openapi/answers.decorator.js';
import { AllowAccess, CurrentCaller, type Caller } from './access.decorator.js';
import { LoginRequest, RefreshRequest, RegisterRequest, TokensView } from './auth.dto.js';
import { AuthService } from './auth.service.js';

@ApiTags('Accounts')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('register')
  @AllowAccess('public')
  @Answers('Open an account', { 201: TokensView }, ['email_taken', 'validation_failed'], 'public')
  async register(@Body({ schema: RegisterRequest }) body: RegisterRequest): Promise<TokensView> {
    return this.auth.register(body);
  }

  @Post('login')
  @OpenInMaintenance()
  @HttpCode(200)
  @AllowAccess('public')
  @Answers('Log in', { 200: TokensView }, ['invalid_credentials', 'validation_failed', 'rate_limited'], 'public')
  async logIn(@Body({ schema: LoginRequest }) body: LoginRequest, @Req() request: FastifyRequest): Promise<TokensView> {
    return this.auth.logIn(body, request.ip);
  }

  @Post('refresh')
  @OpenInMaintenance()
  @HttpCode(200)
  @AllowAccess('public')
  @Answers(
    'Exchange a refresh token for new tokens',
    { 200: TokensView },
    ['invalid_token', 'token_expired', 'token_revoked', 'refresh_token_reused', 'validation_failed'],
    'public',
  )
  async refresh(@Body({ schema: RefreshRequest }) body: RefreshRequest): Promise<TokensView> {
    return this.auth.refresh(body.refreshToken);
  }

  @Post('logout')
  @OpenInMaintenance()
  @HttpCode(204)
  @AllowAccess('session')
  @Answers('Log out: ends the session of this access token', { 204: null }, [])
  async logOut(@CurrentCaller() caller: Caller): Promise<void> {
    if ('sessionId' in caller.by) await this.auth.logOut(caller.by.sessionId);
  }
}
