/** Modules that the build writes into the bundle. */
declare module 'claimlint:catalog' {
  /** The validated catalog as JSON, brotli-compressed, in base64. */
  const packed: string;
  export default packed;
}
declare module 'claimlint:tool-list' {
  /** The `tools` of a tools/list reply as JSON text. */
  const text: string;
  export default text;
}
declare module 'claimlint:version' {
  /** The version of package.json. */
  const version: string;
  export default version;
}
