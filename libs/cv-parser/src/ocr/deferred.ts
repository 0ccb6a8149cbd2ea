/** Says that a document must be read by text recognition, where the caller asked to be told before it is. */
export class RecognitionDeferred extends Error {
  override readonly name = 'RecognitionDeferred';
}
