import { Refusal } from '@topgate/contracts'

/** The refusal that `work` ends with. A refusal is no `Error`, so `toThrow` cannot look into it. */
export async function refusalOf(work: () => unknown): Promise<Refusal> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
