import { Body, Controller, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Answers } from '../openapi/answers.decorator.js';
import { AllowAccess, CurrentCaller, type Caller } from './access.decorator.js';
import { AccountService } from './account.service.js';
import { ChangeAccountRequest, ChangePasswordRequest, CloseAccountRequest, UserView } from './auth.dto.js';

@ApiTags('Accounts')
@Controller('me')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get()
  @AllowAccess('account')
  @Answers('Your account', { 200: UserView }, ['not_found'])
  async read(@CurrentCaller() caller: Caller): Promise<UserView> {
    return this.account.read(caller);
  }

  @Patch()
  @AllowAccess('session')
  @Answers('Change your name', { 200: UserView }, ['forbidden', 'not_found', 'validation_failed'])
  async change(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ChangeAccountRequest }) body: ChangeAccountRequest,
  ): Promise<UserView> {
    return this.account.change(caller, body);
  }

  @Put('password')
  @HttpCode(204)
  @AllowAccess('session')
  @Answers('Change your password: ends all your other sessions', { 204: null }, [
    'forbidden',
    'invalid_credentials',
    'not_found',
    'validation_failed',
    'rate_limited',
  ])
  async changePassword(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ChangePasswordRequest }) body: ChangePasswordRequest,
  ): Promise<void> {
    await this.account.changePassword(caller, body);
  }

  @Delete()
  @HttpCode(204)
  @AllowAccess('session')
  @Answers('Delete your account, at once and for good', { 204: null }, [
    'forbidden',
    'invalid_credentials',
    'not_found',
    'validation_failed',
    'rate_limited',
  ])
  async close(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CloseAccountRequest }) body: CloseAccountRequest,
  ): Promise<void> {
    await this.account.close(caller, body.password);
  }
}
