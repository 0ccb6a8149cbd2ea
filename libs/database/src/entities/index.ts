import { CvReading } from './cv-reading.entity.js';
import { CvVersion } from './cv-version.entity.js';
import { Cv } from './cv.entity.js';
import { Job } from './job.entity.js';
import { OutboxEntry } from './outbox-entry.entity.js';
import { Session } from './session.entity.js';
import { StoredFile } from './stored-file.entity.js';
import { User } from './user.entity.js';

export const ENTITIES = [User, Session, Cv, CvVersion, CvReading, StoredFile, Job, OutboxEntry];

export * from './cv-reading.entity.js';
export * from './cv-version.entity.js';
export * from './cv.entity.js';
export * from './job.entity.js';
export * from './outbox-entry.entity.js';
export * from './session.entity.js';
export * from './stored-file.entity.js';
export * from './user.entity.js';
