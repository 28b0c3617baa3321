/** Origin of the API, without a trailing slash; empty on H5, which the API's own origin serves. Set by config/index.ts. */
declare const API_ORIGIN: string;

declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}
