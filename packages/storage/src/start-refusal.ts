/**
 * A reason not to start: settings, files or a database that would break a promise later. The
 * message is for the operator, says what to do, and holds no secrets.
 */
export class StartRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartRefusal'
  }
}
