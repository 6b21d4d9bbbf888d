/** A file that cannot be imported; the message names it, says what is wrong and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
