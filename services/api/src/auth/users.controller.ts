import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Answers } from '../openapi/answers.decorator.js';
import { AllowAccess, CurrentCaller, type Caller } from './access.decorator.js';
import { ChangeUserRequest, FindUsersQuery, UserId, UsersView, UserView } from './auth.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('Administration')
@Controller('admin/users')
@AllowAccess('admin')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Answers('Find an account by its e-mail', { 200: UsersView }, ['forbidden', 'validation_failed'])
  async find(@Query({ schema: FindUsersQuery }) { email }: FindUsersQuery): Promise<UsersView> {
    return { items: await this.users.findByEmail(email) };
  }

  @Patch(':id')
  @Answers('Change the role or plan of an account; it counts at once', { 200: UserView }, [
    'forbidden',
    'not_found',
    'validation_failed',
  ])
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: UserId }) id: string,
    @Body({ schema: ChangeUserRequest }) body: ChangeUserRequest,
  ): Promise<UserView> {
    return this.users.change(caller, id, body);
  }
}
