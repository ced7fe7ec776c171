import type { Deeds } from './deed.ts'

/** What breaks, or takes too long. */
export const faultDeeds: Deeds = {
  'client.kill9': ({ scene }) => scene.quietly(() => scene.stage.restart()),

  'state.fault.service': ({ scene }, op) => {
    if (op.text('value') !== 'throw') throw new Error('only throw')
    scene.levers.expectReport('defect')
    scene.levers.now.run = () => {
      throw new TypeError('SELECT * FROM app at /home/topgate/core.ts: sandbox0000000000')
    }
  },

  'state.fault.disk': ({ scene }, op) => {
    if (op.text('value') !== 'full') throw new Error('only full')
    scene.levers.expectReport('batch: failed')
    scene.levers.expectReport('journal rows lost')
    scene.stage.breakStore('full')
  },

  // The time passes on the clock of the run, once the call is under way.
  'state.fault.service_delay_ms': ({ scene, clock }, op) => {
    const delayMs = op.number('value')
    scene.stage.breakStore('held')
    scene.levers.now.run = async (handler, call) => {
      const handled = handler.run(call)
      await nextTurn()
      await nextTurn()
      clock.advance(delayMs / 1000)
      return handled
    }
  },
}

/** A batch begins at the end of the turn in which its calls arrived. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
