const SUGGESTIONS_MAX = 3
/** Longer texts are no names, and comparing them costs too much. */
const NAME_CHARS_MAX = 128
/** Names that differ in more than this share of their letters are no typing errors. */
const DIFFERENCE_MAX = 0.4

/** The known names that the reader may have meant, best first: those that hold it, then similar. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase()
  if (wanted === '' || wanted.length > NAME_CHARS_MAX) return []
  const distances = new Map<string, number>()
  for (const candidate of known) {
    const lower = candidate.toLowerCase()
    const distance = lower.includes(wanted) ? 0 : editDistance(wanted, lower)
    if (distance <= Math.max(wanted.length, lower.length) * DIFFERENCE_MAX) {
      distances.set(candidate, distance)
    }
  }
  const ranked = [...distances].sort(([, a], [, b]) => a - b)
  return ranked.slice(0, SUGGESTIONS_MAX).map(([candidate]) => candidate)
}

/** `；是否应为 a、b？`, or nothing, to be put behind a sentence. */
export function suggestZh(name: string, known: readonly string[]): string {
  const names = nearestNames(name, known)
  return names.length === 0 ? '' : `；是否应为 ${names.join('、')}？`
}

/** `; did you mean a or b?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const names = nearestNames(name, known)
  return names.length === 0 ? '' : `; did you mean ${names.join(' or ')}?`
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const removed = (previous[column] ?? 0) + 1
      const added = (current[column - 1] ?? 0) + 1
      current.push(Math.min(replaced, removed, added))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
