const PERIOD_MS = 2_000
/** Tells the server that nobody did anything: such a request keeps no session alive. */
const QUIET_HEADER = 'X-Topgate-Live'

const bar = document.querySelector<HTMLElement>('[data-live-bar]')
const button = bar?.querySelector<HTMLButtonElement>('[data-live-switch]')
const state = bar?.querySelector<HTMLElement>('[data-live-state]')
if (bar && button && state) keepFresh(bar, button, state)

/** Fetches this very page again and again and takes over what changed in its live parts. */
function keepFresh(bar: HTMLElement, button: HTMLButtonElement, state: HTMLElement): void {
  let isPaused = false
  const say = (text: string | undefined, name: string) => {
    bar.dataset.state = name
    if (text !== undefined && state.textContent !== text) state.textContent = text
  }
  const sayState = () => {
    const { liveText, pausedText, pauseText, resumeText } = bar.dataset
    say(isPaused ? pausedText : liveText, isPaused ? 'paused' : 'live')
    button.textContent = (isPaused ? resumeText : pauseText) ?? ''
  }
  button.addEventListener('click', () => {
    isPaused = !isPaused
    sayState()
  })
  const turn = async () => {
    if (!isPaused && document.visibilityState === 'visible') {
      const fresh = await fetchPage()
      if (fresh === undefined) say(bar.dataset.offlineText, 'offline')
      else if (!isPaused) {
        takeOver(fresh)
        sayState()
      }
    }
    setTimeout(() => void turn(), PERIOD_MS)
  }
  sayState()
  bar.hidden = false
  setTimeout(() => void turn(), PERIOD_MS)
}

/** The page as it would look now; undefined when the server does not answer. */
function fetchPage(): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.href)
    request.responseType = 'document'
    request.setRequestHeader(QUIET_HEADER, '1')
    request.timeout = 10_000
    request.onload = () => {
      // Logged out meanwhile: the page itself says so.
      if (new URL(request.responseURL).pathname !== location.pathname) location.reload()
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined)
    }
    request.onerror = () => resolve(undefined)
    request.ontimeout = () => resolve(undefined)
    request.send()
  })
}

function takeOver(fresh: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const other = fresh.getElementById(part.id)
    if (other === null) continue
    if (part.dataset.live === 'rows') updateRows(part, other)
    else if (part.innerHTML !== other.innerHTML) part.replaceChildren(...other.childNodes)
  }
}

/** Rows that stay are left alone, so that nobody loses a selection or the focus. */
function updateRows(body: HTMLElement, fresh: HTMLElement): void {
  const keep = new Set([...fresh.children].map(({ id }) => id))
  for (const row of [...body.children]) if (!keep.has(row.id)) row.remove()
  const known = new Set([...body.children].map(({ id }) => id))
  const first = body.firstElementChild
  for (const row of [...fresh.children]) {
    if (known.has(row.id)) continue
    row.classList.add('is-new')
    body.insertBefore(row, first)
  }
}
