/** The life of a call: parse, app, time, signature, replay, limits, permission, session, run, answer. */
export * from './gateway.ts'
export { handleBatch } from './handle-batch.ts'
export { handleCall } from './handle-call.ts'
export * from './http-call.ts'
export * from './http-server.ts'
export * from './ports.ts'
export { lookUpApp } from './stages/find-app.ts'
export * from './token-bucket.ts'
