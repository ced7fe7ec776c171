/**
 * The same task, never twice at a time. Whoever waits for a run also waits for the one before, and so
 * for what that one took away; a run that fails does not stop the next.
 */
export function oneAfterAnother(task: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(task, task)
    return last
  }
}
