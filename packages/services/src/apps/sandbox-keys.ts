/** The keys of the published sandbox apps: with their secrets anybody could sign. */
const sandboxKeyForm = /^1000000[1-9]$/

export function isSandboxKey(appKey: string): boolean {
  return sandboxKeyForm.test(appKey)
}
