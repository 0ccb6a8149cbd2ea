/** Something that the person at the terminal can do something about: the message says what, and is all they see. */
export class StackError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StackError';
  }
}
