/** How much a node has to do, and what it refuses first. */
export { Load } from './load.ts'
export { LOAD_STEP_MS, type LoadLevel, type LoadSignals } from './load-level.ts'
