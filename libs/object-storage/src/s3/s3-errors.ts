import { S3ServiceException } from '@aws-sdk/client-s3';

import { ObjectStorageError } from '../errors.js';

export function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

/** What the store or the network refuses is «unavailable»; errors of the port itself, and of the body, pass. */
export async function attempt<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    if (error instanceof S3ServiceException || isNetworkError(error)) {
      const { name } = error as Error;
      throw new ObjectStorageError('unavailable', `The object store refused or did not answer (${name}).`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** The SDK marks what it sent in vain with how often it tried. */
function isNetworkError(error: unknown): boolean {
  return error instanceof Error && '$metadata' in error;
}
