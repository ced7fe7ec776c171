/** The text format of Prometheus, version 0.0.4, for what is counted without its client library. */

type Labels = Readonly<Record<string, string | number>>

export function counterText(
  name: string,
  help: string,
  series: readonly { readonly labels: Labels; readonly value: number }[],
): string {
  const lines = series.map(({ labels, value }) => line(name, labels, value))
  return head(name, help, 'counter') + lines.join('')
}

/** `buckets` are counts of their own; one more than there are bounds. They come out summed. */
export function histogramText(
  name: string,
  help: string,
  bounds: readonly number[],
  series: readonly {
    readonly labels: Labels
    readonly buckets: ArrayLike<number>
    readonly sum: number
    readonly count: number
  }[],
): string {
  let text = head(name, help, 'histogram')
  for (const { labels, buckets, sum, count } of series) {
    let below = 0
    bounds.forEach((bound, at) => {
      below += buckets[at] ?? 0
      text += line(`${name}_bucket`, { ...labels, le: bound }, below)
    })
    text += line(`${name}_bucket`, { ...labels, le: '+Inf' }, count)
    text += line(`${name}_sum`, labels, sum) + line(`${name}_count`, labels, count)
  }
  return text
}

function head(name: string, help: string, type: 'counter' | 'histogram'): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(String(text))}"`)
  return `${name}{${pairs.join(',')}} ${value}\n`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
