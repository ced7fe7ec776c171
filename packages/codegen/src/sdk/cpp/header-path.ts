/** How a program names the header of an API: by the method, like everything else. */
export function headerPath(method: string): string {
  return `topgate/api/${method.replace(/[^A-Za-z0-9._-]/g, '_')}.hpp`
}
