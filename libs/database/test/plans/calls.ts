import { randomBytes, randomUUID } from 'node:crypto';

import * as database from '../../src/index.js';
import type { CvListing, Handle } from '../../src/index.js';
import { storeProfile } from '../../src/profiler/store-profile.js';

/** A person with many CVs, and things that there are. */
export interface Subjects {
  userId: string;
  otherId: string;
  cvId: string;
  /** Of the same person. */
  secondCvId: string;
  jobId: string;
  shareId: string;
  sessionId: string;
}

/** Runs every statement that a request or a job may run, at least once, with arguments as they come. */
export async function callEverything(handle: Handle, subjects: Subjects): Promise<void> {
  await callCvs(handle, subjects);
  await callPhotos(handle, subjects);
  await callVersionsAndTranslations(handle, subjects);
  await callSharing(handle, subjects);
  await callSearch(handle, subjects);
  await callPeople(handle, subjects);
  await callJobs(handle, subjects);
  await callWebhooks(handle, subjects);
  await callCustomTemplates(handle, subjects);
  await callIdempotency(handle, subjects);
  await callLevers(handle, subjects);
  await callBackgroundJobs(handle);
  await callProfiles(handle);
}

async function callCvs(handle: Handle, { userId, cvId, secondCvId }: Subjects): Promise<void> {
  const cv = await database.insertCv(handle, { userId, title: 't', language: 'en', document: {}, cause: 'created' });
  await database.findCv(handle, userId, cvId);
  await database.selectCv(handle, userId, cvId, { fields: ['title'], document: [['basics', 'name']] });
  await database.lockCv(handle, userId, cvId);
  await database.lockCvs(handle, userId, [cvId, secondCvId]);
  await database.updateCv(handle, cv, { document: { basics: {} }, cause: 'replaced' });
  await database.deleteCv(handle, userId, cv.id);
  await database.undeleteCv(handle, userId, cv.id);
  await database.findReading(handle, userId, cvId);
  await database.ownsCv(handle, userId, cvId);
  for (const sort of database.CV_SORTS)
    for (const descending of [true, false])
      for (const status of [null, 'final'] as const)
        for (const language of [null, 'fr'])
          for (const deleted of [true, false])
            await callList(handle, { userId, sort, descending, status, language, deleted });
}

async function callList(handle: Handle, filter: Omit<CvListing, 'titlePrefix' | 'after' | 'limit'>): Promise<void> {
  const value = filter.sort === 'title' ? 'CV 5' : new Date(Date.now() - 3_600_000);
  for (const after of [null, { value, id: randomUUID() }])
    await database.listCvs(handle, { ...filter, titlePrefix: null, after, limit: 21 });
}

async function callPhotos(handle: Handle, { userId, cvId }: Subjects): Promise<void> {
  const photo = { userId, cvId, hash: 'a'.repeat(32), folder: randomUUID(), width: 800, height: 600, sizes: [64] };
  await database.insertPhoto(handle, photo);
  await database.findPhoto(handle, userId, cvId, photo.hash);
  await database.unknownPhotoFolders(handle, [photo]);
  await database.exportPhotos(handle, { userId, after: null, limit: 200 });
  await database.deletePhotos(handle, userId, cvId);
}

async function callVersionsAndTranslations(handle: Handle, { userId, cvId }: Subjects): Promise<void> {
  await database.listVersions(handle, { userId, cvId, before: 7, limit: 21 });
  await database.findVersions(handle, userId, cvId, [1, 2]);
  await database.hasVersion(handle, userId, cvId, 1);
  const cv = (await database.lockCv(handle, userId, cvId))!;
  await database.restoreVersion(handle, cv, 1);
  await database.listTranslations(handle, userId, cvId);
  await database.findTranslation(handle, userId, cvId, 'fr');
  await database.putTranslation(handle, { userId, cvId, language: 'fr', texts: {} });
  await database.deleteTranslation(handle, userId, cvId, 'fr');
}

async function callSharing(handle: Handle, subjects: Subjects): Promise<void> {
  const { userId: ownerId, otherId, cvId, shareId } = subjects;
  const link = {
    label: null,
    passwordHash: null,
    version: null,
    mask: [],
    expiresAt: null,
    maxViews: null,
    notifyFirstOpen: false,
  };
  const tokenHash = randomBytes(32);
  await database.insertPersonShare(handle, { ownerId, cvId, email: 'new@example.org', permission: 'view' });
  const { id: linkId } = await database.insertLinkShare(handle, { ...link, ownerId, cvId, tokenHash });
  await database.countShares(handle, ownerId, cvId);
  await database.listShares(handle, ownerId, cvId);
  await database.lockShare(handle, ownerId, shareId);
  await database.updateShare(handle, linkId, { ...link, permission: 'view' });
  await database.findGrant(handle, otherId, cvId);
  await database.peopleWithAccess(handle, ownerId, cvId);
  await database.listReceivedShares(handle, otherId, null, 20);
  await database.findLink(handle, tokenHash);
  await database.openLink(handle, linkId, false);
  await database.uncountOpening(handle, linkId);
  await database.revokeShare(handle, ownerId, linkId);
  const comment = { ownerId, cvId, authorId: otherId, pointer: null, text: 'x' };
  const { id } = (await database.insertComment(handle, comment))!;
  await database.listComments(handle, { ownerId, cvId, after: null, limit: 20 });
  await database.deleteComment(handle, { ownerId, cvId, id, userId: ownerId });
  const publication = { ownerId, cvId, slug: 'new-slug', visibility: 'public' as const, template: 'classic', mask: [] };
  await database.putPublication(handle, publication);
  await database.findPublication(handle, ownerId, cvId);
  await database.slugsOf(handle, ownerId, cvId);
  await database.findProfile(handle, 'new-slug');
  await database.deletePublication(handle, ownerId, cvId);
  const view = { at: new Date(), ownerId, cvId, kind: 'page' as const, source: null, visitor: randomBytes(16) };
  await database.insertViews(handle, [view, { ...view, source: 'example.org' }]);
  const today = new Date().toISOString().slice(0, 10);
  await database.viewsByDay(handle, ownerId, cvId, { from: today, to: today });
  await database.recordUse(handle, { day: today, userIds: [ownerId, otherId], templates: new Map([['classic', 1]]) });
}

/** By somebody with as many CVs as others have: to find something among 10,000 own ones, most of a partition is read. */
async function callSearch(handle: Handle, { otherId: userId }: Subjects): Promise<void> {
  const position = { rank: 0, updatedAt: new Date(Date.now() - 3_600_000), cvId: randomUUID() };
  for (const owner of [null, userId])
    for (const words of ['', 'CV', '"the CV"'])
      for (const terms of [[], ['l:fr']])
        for (const after of [null, position])
          await database.searchCvs(handle, { userId: owner, words, languages: ['en', 'fr'], terms, after, limit: 21 });
  await database.findNearWords(handle, 'wrod');
  await database.countProfilesWith(handle, ['word', 'cv'], ['en', 'fr']);
  await database.findOwnTexts(handle, userId);
}

async function callPeople(handle: Handle, { userId, sessionId }: Subjects): Promise<void> {
  const person = { email: 'somebody@example.org', name: 'S', passwordHash: 'x', homeRegion: 'eu-central' };
  const { id } = (await database.insertUser(handle, person))!;
  await database.findPasswordHash(handle, id);
  await database.changePasswordHash(handle, id, 'x', 'y');
  await database.updateUser(handle, id, { plan: 'premium' });
  const refreshHash = randomBytes(32);
  await database.insertSession(handle, { userId, refreshHash, lifetimeMs: 1_000 });
  await database.findLiveSession(handle, sessionId);
  const session = (await database.lockSession(handle, sessionId))!;
  await database.rotateSession(handle, session, refreshHash);
  await database.revokeSession(handle, sessionId);
  await database.revokeOtherSessions(handle, id, sessionId);
  await database.liveSessionIdsOf(handle, userId);
  const key = { userId, name: 'k', secretHash: refreshHash, scopes: ['parse' as const], expiresAt: null };
  const { id: keyId } = (await database.insertApiKey(handle, key, 1_000_000))!;
  await database.listApiKeys(handle, userId);
  await database.findLiveApiKey(handle, keyId);
  await database.apiKeyIdsOf(handle, id);
  await database.touchApiKeys(handle, [keyId]);
  await database.deleteApiKey(handle, userId, keyId);
}

async function callJobs(handle: Handle, { userId, cvId, jobId }: Subjects): Promise<void> {
  const file = { userId, key: 'new-key', name: 'cv.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x' };
  const fileId = await database.insertFile(handle, file);
  const input = { fileId, fileName: 'cv.pdf', title: null, asOf: null };
  const order = { userId, kind: 'cv.import' as const, queue: 'parse' as const, priority: 1, input };
  const run = async () => {
    const { id } = await database.insertJob(handle, order);
    return { id, fence: (await database.startJob(handle, 'cv.import', id))!.fence };
  };
  const [good, bad] = [await run(), await run()];
  await database.succeedJob(handle, good.id, good.fence, { cvId });
  await database.failJob(handle, bad.id, bad.fence, { code: 'timeout', message: 'x' });
  await database.abandonJob(handle, (await run()).id);
  await database.reopenJob(handle, (await run()).id);
  await database.insertReading(handle, { userId, cvId, version: 2, fileId, reading: {} });
  await database.cancelJob(handle, userId, (await database.insertJob(handle, order)).id);
  await database.findJob(handle, userId, jobId);
  const batchId = await database.beginBatch(handle, userId);
  const document = { name: 'a.pdf', key: 'batch-key', mediaType: 'application/pdf', size: 1, sha256: 'x', priority: 1 };
  const batch = { id: batchId, userId, documents: [document], skipped: [], asOf: null };
  await database.acceptBatch(handle, batch);
  await database.countBatch(handle, batchId);
  await database.listBatchResults(handle, { userId, batchId, after: null, limit: 20 });
  await database.closeBatch(handle, batchId);
  await database.cancelBatch(handle, userId, batchId);
  await database.requestExport(handle, { userId, priority: 1 });
  await database.requestExport(handle, { userId, priority: 1 });
}

async function callBackgroundJobs(handle: Handle): Promise<void> {
  const scheduledFor = new Date(0);
  const run = { job: 'a.job', queue: 'maintenance', queueJobId: 'new', scheduleId: 'schedule-1', scheduledFor };
  const queued = (await database.queueRun(handle, { ...run, trigger: 'schedule' }))!;
  await database.beginRun(handle, { ...run, trigger: 'schedule' }, 'host/1');
  await database.requeueRun(handle, { id: queued.id, attempts: 1 }, 'other');
  await database.beginRun(handle, { ...run, trigger: 'schedule' }, 'host/2');
  await database.endRun(handle, { id: queued.id, attempt: 1 }, { state: 'succeeded' });
  await database.unfinishedRuns(handle, 100);
  for (const job of [null, 'job.1'])
    for (const state of [null, 'failed'] as const)
      await database.listRuns(handle, { job, state, before: queued.id, limit: 20 });
  await database.noteSchedules(handle, [{ id: 'schedule-1', cron: '0 0 * * *' }]);
  await database.findSchedules(handle);
  const report = { kind: 'week' as const, firstDay: '2024-01-01', lastDay: '2024-01-07', key: 'k', size: 1 };
  await database.putReport(handle, report);
  const [listed] = await database.listReports(handle, { before: null, limit: 1 });
  const { id } = listed!;
  await database.findReport(handle, id);
  await database.oldReports(handle, 10);
  await database.deleteReport(handle, id);
}

async function callCustomTemplates(handle: Handle, { userId }: Subjects): Promise<void> {
  const content = { name: 'Mine', base: 'classic', source: '#let template(cv, style) = []' };
  const { id } = (await database.insertCustomTemplate(handle, userId, content, 1_000_000))!;
  await database.listCustomTemplates(handle, userId);
  await database.findCustomTemplate(handle, userId, id);
  await database.replaceCustomTemplate(handle, userId, id, content);
  await database.deleteCustomTemplate(handle, userId, id);
}

async function callWebhooks(handle: Handle, { userId, cvId }: Subjects): Promise<void> {
  const webhook = { userId, url: 'https://example.org', events: ['cv.updated' as const], secret: 'x' };
  const { id } = (await database.insertWebhook(handle, webhook, 1_000_000))!;
  await database.recordEvent(handle, { userId, type: 'cv.updated', subjectId: cvId, data: {} });
  await database.hasSubscriber(handle, userId, 'cv.updated');
  await database.listWebhooks(handle, userId);
  await database.findWebhook(handle, userId, id);
  await database.updateWebhook(handle, userId, id, { paused: false });
  const { id: deliveryId } = await database.sendTestEvent(handle, userId, id);
  await database.listDeliveries(handle, { webhookId: id, before: null, limit: 20 });
  await database.redeliver(handle, id, deliveryId);
  await database.findDeliveryOrder(handle, deliveryId);
  const attempt = { at: new Date().toISOString(), status: 500, durationMs: 1, error: null, response: '' };
  await database.recordAttempt(handle, { id: deliveryId, tries: 0 }, attempt, { state: 'pending', delayMs: 1 });
  await database.skipDelivery(handle, deliveryId);
  await database.noteReceiver(handle, id, 'failed', 3);
  await database.deleteWebhook(handle, userId, id);
}

async function callIdempotency(handle: Handle, { userId }: Subjects): Promise<void> {
  const request = () => ({ id: randomBytes(32), userId, requestHash: randomBytes(32) });
  const times = { leaseMs: 10_000, keepMs: 10_000 };
  const claim = async (wanted: ReturnType<typeof request>) => {
    const claimed = await database.claimIdempotencyKey(handle, wanted, times);
    return claimed.state === 'claimed' ? claimed.lease : '';
  };
  const [answered, given] = [request(), request()];
  const lease = await claim(answered);
  // Once more, while the first is under way.
  await database.claimIdempotencyKey(handle, answered, times);
  await database.prolongIdempotencyLease(handle, answered.id, lease, 1_000);
  await database.appendIdempotencyStep(handle, answered.id, lease, Buffer.from('x'));
  await database.answerIdempotentRequest(handle, answered.id, lease, Buffer.from('x'), null);
  const other = await claim(given);
  await database.releaseIdempotencyKey(handle, given.id, other, null);
  await database.forgetIdempotencyKey(handle, given.id, other);
}

async function callLevers(handle: Handle, { userId }: Subjects): Promise<void> {
  await database.changeLevers(handle, { userId, values: { rateLimitFactor: 0.5 }, reason: 'x' });
  await database.listLeverChanges(handle, { before: 1_000, limit: 20 });
  const vital = { at: new Date(), page: '/', metric: 'LCP', value: 1, device: 'mobile', connection: '4g' } as const;
  await database.insertWebVitals(handle, [vital]);
  await database.summariseWebVitals(handle, 24);
}

async function callProfiles(handle: Handle): Promise<void> {
  const run = { at: Date.now(), durationMs: 150, rows: 3, waited: false, sqlstate: null, requestId: null };
  const counts = { calls: 1, slow: 1, totalMs: 150, maxMs: 150, repeatedRequests: 0, mostRepeats: 0, buckets: [1] };
  const text = 'SELECT id FROM cvs';
  const figures = { query: 'query_1', server: 'primary', ...counts, text, runs: [run] };
  await storeProfile(handle, { service: 'api', release: 'release-2' }, [figures]);
  await database.findQueryStatistics(handle, { hours: 24 });
  await database.findSlowQueries(handle, { limit: 20 });
  await database.findRegressions(handle);
  await database.readDatabaseHealth(handle);
  await database.findUnusedIndexes(handle);
  const [due] = await database.findStatementsToPlan(handle, 10);
  await database.readTableFacts(handle, ['cvs']);
  await database.readMemory(handle);
  await database.storePlan(handle, { ...due!, plan: null, planError: null, advice: [] });
  await database.storeFindings(handle, 'repeated', [{ subject: 'query_1', details: { requests: 1, most: 20 } }]);
  await database.findFindings(handle);
  await database.countFindings(handle);
}
