import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';

import { Cache, keys, policies } from '@discover/cache';
import { AppError, fitObject, type ObjectRef, type RenderFit } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import type { ObjectContent, ObjectStorage } from '@discover/object-storage';
import { Handovers } from '@discover/queue';
import { Inject, Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { OBJECT_STORAGE } from '../tokens.js';
import { orderOf, renderObject, type Design, type RenderOrder } from './design.js';
import { RenderJobs } from './render-jobs.js';
import type { RenderView } from './renders.dto.js';

/** The bytes of a render, and what was done so that they fit. */
export type RenderContent = ObjectContent & { fit?: RenderFit };

/** The same without an object behind it. */
export interface HandedOver {
  contentType: string;
  size: number;
  bytes: Buffer;
  fit?: RenderFit;
}

/** Documents made of CVs. What was made once is kept under its identity, so that the same is not made twice. */
@Injectable()
export class RendersService {
  constructor(
    private readonly cache: Cache,
    private readonly jobs: RenderJobs,
    private readonly handovers: Handovers,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
  ) {}

  /** The render if it was made already, else the id of the job that makes it. */
  async request(caller: Caller, document: Resume, design: Design): Promise<{ render: RenderView } | { jobId: string }> {
    const order = orderOf(caller.userId, document, design);
    const made = await this.find(order.userId, nameOf(order));
    if (made) {
      const fit = await this.fitOf(order);
      const href = `/api/v1/renders/${nameOf(order)}`;
      return { render: { href, mediaType: made.contentType, size: made.size, ...(fit && { fit }) } };
    }
    return { jobId: await this.jobs.add(order, caller.plan) };
  }

  /** Has the bytes made if they are not there yet, after all that somebody waits for. */
  async prepare(order: RenderOrder): Promise<void> {
    if (!(await this.find(order.userId, nameOf(order)))) await this.jobs.prepare(order);
  }

  /** The bytes, waiting for them if they must be made. */
  async bytes(
    caller: Pick<Caller, 'plan'>,
    order: RenderOrder,
    signal: AbortSignal,
  ): Promise<RenderContent & { made: boolean }> {
    if (await this.find(order.userId, nameOf(order))) {
      const content = await this.storage.get(order.target.bucket, order.target.key);
      const fit = content && (await this.fitOf(order));
      if (content) return { ...content, made: false, ...(fit && { fit }) };
    }
    const { fit } = await this.jobs.wait(await this.jobs.add(order, caller.plan), signal);
    return { ...(await this.content(order.target)), made: true, ...(fit && { fit }) };
  }

  /** @throws AppError `not_found` */
  async stored(caller: Caller, name: string): Promise<ObjectContent> {
    return this.content(renderObject(caller.userId, name));
  }

  /**
   * Renders a document of which nothing is kept. The renderer hands the bytes over; those that it cannot hand over pass
   * through scratch storage.
   */
  async stateless(
    caller: Caller,
    document: Resume,
    design: Design,
    signal: AbortSignal,
  ): Promise<RenderContent | HandedOver> {
    const order = { ...orderOf(caller.userId, document, design), identity: randomIdentity() };
    order.target = { bucket: 'scratch', key: `render/${order.identity}` };
    const handover = await this.handovers.expect();
    try {
      const { fit, handedOver, mediaType } = await this.jobs.make(order, handover.address, caller.plan, signal);
      if (handedOver) {
        const bytes = await handover.bytes();
        if (!bytes) throw new AppError('unavailable', 'The document was lost on its way: try again.');
        void this.jobs.forget(order).catch(() => undefined);
        return { contentType: mediaType, size: bytes.length, bytes, ...(fit && { fit }) };
      }
      const content = await this.content(order.target);
      content.stream.once('close', () => void this.discard(order));
      return { ...content, ...(fit && { fit }) };
    } catch (error) {
      await this.discard(order);
      throw error;
    } finally {
      handover.forget();
    }
  }

  private async discard(order: RenderOrder): Promise<void> {
    const { target, options } = order;
    const objects = options.maxPages === undefined ? [target] : [target, fitObject(target)];
    await Promise.allSettled([
      ...objects.map(({ bucket, key }) => this.storage.delete(bucket, key)),
      this.jobs.forget(order),
    ]);
  }

  private async fitOf({ options, target }: RenderOrder): Promise<RenderFit | undefined> {
    if (options.maxPages === undefined) return undefined;
    const { bucket, key } = fitObject(target);
    const found = await this.storage.get(bucket, key);
    return found ? ((await json(found.stream)) as RenderFit) : undefined;
  }

  private async content({ bucket, key }: ObjectRef): Promise<ObjectContent> {
    const content = await this.storage.get(bucket, key);
    if (!content) throw new AppError('not_found', 'This render is not kept any more. Ask for it again.');
    return content;
  }

  /** Only what is there is remembered: what is not may be there the next moment. */
  private async find(userId: string, name: string): Promise<{ contentType: string; size: number } | undefined> {
    const { bucket, key } = renderObject(userId, name);
    return this.cache.get(policies.render, keys.render(userId, name), async ({ doNotStore }) => {
      const found = await this.storage.head(bucket, key);
      if (!found) doNotStore();
      return found && { contentType: found.contentType, size: found.size };
    });
  }
}

function nameOf(order: RenderOrder): string {
  return `${order.identity}.${order.format}`;
}

/** An identity that no other request shares: what is not kept is not shared either. */
function randomIdentity(): string {
  return (randomUUID() + randomUUID()).replaceAll('-', '');
}
