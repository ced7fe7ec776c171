/** What the platform offers: one file per API, the field kinds, the error catalogue. */
export * from './json-value.ts'
export * from './kinds.ts'
