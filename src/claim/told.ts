/** A setting as a host passes it on: text, or nothing where the user left it empty. */

/** An empty text, or a placeholder that a host did not fill in (`${user_config.payer}`), counts as not set. */
export function told(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === undefined || text === '' || /^\$\{.*\}$/.test(text) ? undefined : text;
}
