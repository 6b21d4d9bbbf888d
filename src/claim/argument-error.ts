/** An argument that cannot be used: the message says what was wrong, what is accepted, and gives an example. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}
