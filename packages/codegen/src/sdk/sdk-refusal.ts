/** Why no SDK can be generated for an API: a name or type which has no form in code or on the wire. */
export class SdkRefusal extends Error {
  override readonly name = 'SdkRefusal'
  readonly method: string
  /** Dotted path such as `request.req.data`; empty when the API as a whole is meant. */
  readonly field: string
  readonly reason: string

  constructor(method: string, field: string, reason: string) {
    super(field === '' ? `${method}: ${reason}` : `${method}, field ${field}: ${reason}`)
    this.method = method
    this.field = field
    this.reason = reason
  }
}
