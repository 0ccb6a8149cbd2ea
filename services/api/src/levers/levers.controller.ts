import { Body, Controller, Get, Header, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { AllowAccess, CurrentCaller, type Caller } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';
import { LeverChangesQuery, LeverChangesView, LeversBody, LeversView } from './levers.dto.js';
import { LeversService } from './levers.service.js';

/** For operators: what can be changed while the platform runs. */
@ApiTags('Administration')
@Controller('admin/levers')
@AllowAccess('admin')
export class LeversController {
  constructor(private readonly levers: LeversService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers('Read the levers', { 200: LeversView }, ['forbidden'])
  async read(): Promise<LeversView> {
    return this.levers.read();
  }

  @Put()
  @Header('cache-control', 'private, no-store')
  @Answers('Change levers', { 200: LeversView }, ['forbidden', 'validation_failed'])
  async change(@CurrentCaller() caller: Caller, @Body({ schema: LeversBody }) body: LeversBody): Promise<LeversView> {
    return this.levers.change(caller.userId, body);
  }

  @Get('changes')
  @Header('cache-control', 'private, no-store')
  @Answers('Who changed which lever, when and why', { 200: LeverChangesView }, ['forbidden', 'validation_failed'])
  async history(@Query({ schema: LeverChangesQuery }) query: LeverChangesQuery): Promise<LeverChangesView> {
    return this.levers.history(query);
  }
}
