/** How much a node has to do, and what it refuses first. */
export { Load } from './load.ts'
export { LOAD_STEP_MS, type LoadLevel, type LoadSignals, loadLevels } from './load-level.ts'
