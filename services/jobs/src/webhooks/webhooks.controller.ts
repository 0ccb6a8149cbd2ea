import { JOBS, type PayloadOf } from '@discover/contracts';
import { HandlesJob, JobContext } from '@discover/queue';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { AnnouncementsService } from './announcements.service.js';
import { DeliveriesService } from './deliveries.service.js';

@Controller()
export class WebhooksController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly announcements: AnnouncementsService,
  ) {}

  @HandlesJob(JOBS.deliverWebhook)
  async deliver(
    @Payload() { deliveryId }: PayloadOf<typeof JOBS.deliverWebhook>,
    @Ctx() job: JobContext,
  ): Promise<null> {
    await this.deliveries.deliver(deliveryId, job.signal);
    return null;
  }

  @HandlesJob(JOBS.announceRender)
  async announce(@Payload() payload: PayloadOf<typeof JOBS.announceRender>, @Ctx() job: JobContext): Promise<null> {
    await this.announcements.announce(payload, job.signal);
    return null;
  }
}
