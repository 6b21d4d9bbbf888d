/** Modules that the build writes into the bundle. */
declare module 'claimlint:catalog' {
  /** The validated catalog as JSON text. */
  const text: string;
  export default text;
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
