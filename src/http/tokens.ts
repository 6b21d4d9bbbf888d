/** Bearer tokens that whoever runs the server hands out: read from a file or the environment, compared in constant time. */

/** Beyond this machine anybody can guess, so a token must be long; on it a short one will do. */
export const shortest = 16;

export interface Tokens { has(token: string): boolean }

/** Tokens of a file's text, one a line, `#` begins a comment. */
export function readTokenLines(text: string, from: string): string[] {
  const tokens = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (tokens.some((token) => !/^[\x21-\x7e]+$/.test(token))) throw new Error(`a token in ${from} cannot be used: it takes letters, digits and signs without blanks. Example: openssl rand -hex 24`);
  return tokens;
}

export async function readTokenFile(path: string): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`the token file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`, { cause: error });
  }
  const tokens = readTokenLines(text, 'the token file');
  if (tokens.length === 0) throw new Error('the token file holds no token: write one a line.');
  return tokens;
}

/** Hashes are compared, so neither a token's length nor its first wrong character shows in the time that it takes. */
export async function knownTokens(tokens: readonly string[]): Promise<Tokens> {
  const { createHash, timingSafeEqual } = await import('node:crypto');
  const hash = (token: string): Buffer => createHash('sha256').update(token).digest();
  const known = tokens.map(hash);
  return {
    has(token) {
      const given = hash(token);
      let found = false;
      for (const one of known) found = timingSafeEqual(one, given) || found;
      return found;
    },
  };
}
