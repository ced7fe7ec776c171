/**
 * Runs tasks of one kind together, at the end of the turn of the event loop that brought them. What
 * runs again at once still finds its code in the processor's caches, and answers that are written in
 * one go wake their readers once (performance.md, table F).
 */
export class TurnBurst {
  #tasks: (() => void)[] = []

  add(task: () => void): void {
    this.#tasks.push(task)
    if (this.#tasks.length === 1) setImmediate(() => this.#flush())
  }

  #flush(): void {
    const tasks = this.#tasks
    this.#tasks = []
    for (const run of tasks) run()
  }
}
