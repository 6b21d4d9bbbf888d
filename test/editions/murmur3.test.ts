/** The checksum against the published values of MurmurHash3 (x86, 32 bits). */
import { expect, it } from 'vitest';
import { murmur3 } from '../../src/editions/murmur3.ts';

it.each([
  ['', 0, 0], ['', 1, 0x514e28b7], ['', 0xffffffff, 0x81f16f39], ['\xff\xff\xff\xff', 0, 0x76293b50], ['!Ce\x87', 0, 0xf55b516b], ['!Ce\x87', 0x5082edee, 0x2362f9de],
  ['!Ce', 0, 0x7e4a8634], ['!C', 0, 0xa0f7b07a], ['!', 0, 0x72661cf4], ['\0\0\0\0', 0, 0x2362f9de], ['\0\0\0', 0, 0x85f0b427], ['\0\0', 0, 0x30f4c306], ['\0', 0, 0x514e28b7],
  ['Hello, world!', 0x9747b28c, 0x24884cba], ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
])('%j with seed %i', (text, seed, hash) => {
  const bytes = Uint8Array.from(`#${text}#`, (c) => c.charCodeAt(0));
  expect(murmur3(bytes, 1, bytes.length - 1, seed)).toBe(hash);
});
