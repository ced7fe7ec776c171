/** The life of a write: batches of load, decide, save; one transaction, one sync, then the answers. */
export * from './batch-queue.ts'
export * from './flat-codec.ts'
export * from './ids.ts'
export * from './query.ts'
export * from './rehearse.ts'
export * from './run-batch.ts'
export * from './shared-reads.ts'
export * from './write.ts'
