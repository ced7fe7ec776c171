/** What the exit status of `topgate` says. Documented in the help of the command. */
export const exitCodes = {
  success: 0,
  /** The API refused or declined the call, or what was asked for does not exist. */
  refused: 1,
  /** The command line or a setting is wrong; nothing was sent and nothing was started. */
  usage: 2,
  /** Nobody answered, or what answered does not speak the protocol. */
  noAnswer: 3,
} as const

/** A command line that cannot be carried out. The message says what to write instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
