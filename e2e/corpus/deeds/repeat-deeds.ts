import type { Deeds } from './deed.ts'

/** The same bytes more than once. */
export const repeatDeeds: Deeds = {
  'client.send_twice': async (run) => {
    const bytes = run.bytes()
    await run.exchange([bytes])
    await run.exchange([bytes])
  },

  'client.send_parallel': async (run, op) => {
    const bytes = run.bytes()
    await run.exchange(Array.from({ length: op.number('count') }, () => bytes))
  },

  /** As a browser asks for what another site shows in a frame. */
  'client.frame': (run) => {
    run.draft.editHeaders.push((headers) => {
      headers.push(['Sec-Fetch-Dest', 'iframe'], ['Sec-Fetch-Site', 'cross-site'])
    })
  },
}
