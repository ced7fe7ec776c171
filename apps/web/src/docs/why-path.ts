/** Where a sandbox explains a call by its request id. */
export const WHY_PATH = '/why'

export function whyPath(requestId: string): string {
  return `${WHY_PATH}/${requestId}`
}
