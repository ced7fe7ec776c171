/** Numbers for machines and lines for people, from one part of the benchmark. */
export interface Section {
  readonly numbers: Readonly<Record<string, unknown>>
  readonly lines: readonly string[]
  /** What makes the numbers worthless, such as answers that are not in the store. */
  readonly problems: readonly string[]
}
