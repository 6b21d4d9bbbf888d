/** National Provider Identifier: ten digits, the last a Luhn check digit over 80840 + the number (45 CFR 162.406). */

/** True when the ten digits pass the Luhn check with the prefix 80840. */
export function isValidNpi(npi: string): boolean {
  if (!/^[12]\d{9}$/.test(npi)) return false;
  let sum = 24; // the Luhn sum of the prefix 80840
  for (let i = 0; i < 10; i++) {
    let digit = Number(npi[9 - i]);
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}
