import { representationTag } from './entity-tags.js';

interface Head {
  etag: string;
  /** Of the document as it is sent; null if it is not known. */
  contentLanguage: string | null;
}

const NEWLINE = 0x0a;

/** A representation of a CV with what goes into the headers, as one Buffer: what the cache keeps best. */
export class RepresentationBody {
  private constructor(readonly stored: Buffer) {}

  static of(revision: number, body: string, contentLanguage: string | null): RepresentationBody {
    const head: Head = { etag: representationTag(revision, body), contentLanguage };
    return new RepresentationBody(Buffer.from(`${JSON.stringify(head)}\n${body}`));
  }

  static fromStored(stored: Buffer): RepresentationBody {
    return new RepresentationBody(stored);
  }

  get head(): Head {
    return JSON.parse(this.stored.toString('utf8', 0, this.headLength)) as Head;
  }

  get bytes(): Buffer {
    return this.stored.subarray(this.headLength + 1);
  }

  /** JSON has no line break but between its tokens, and there are none here. */
  private get headLength(): number {
    return this.stored.indexOf(NEWLINE);
  }
}
