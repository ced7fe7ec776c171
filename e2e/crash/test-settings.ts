/** How hard the run tries, from the environment of the tests. */
const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
const KILLS = 8
const KILLS_NIGHTLY = 500

/** Replays a run: the same contents in the same order, and the same moments of the kills. */
export const seed = Number(process.env.TOPGATE_TEST_SEED ?? 20_261_121)

/** 8 at every merge, 20 to close an issue that asks for it, 500 every night. */
export const kills = Number(process.env.TOPGATE_TEST_KILLS ?? (isNightly ? KILLS_NIGHTLY : KILLS))

/** A kill costs a few seconds of load and of restart. */
export const killsTimeoutMs = 60_000 + kills * 15_000
