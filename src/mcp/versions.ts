/** The protocol versions that begin with a handshake (`initialize`), the newest first; a test holds them to the SDK's. */
export const handshakeVersions: readonly string[] = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'];
