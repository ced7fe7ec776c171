import { baseString, isSignMethod, plainDigests, signBase } from '@topgate/protocol'

/** The live example of the signing guide: text and signature follow what one types. */
const lab = document.querySelector('[data-signing-lab]')
lab?.addEventListener('input', update)
update()

function update(): void {
  const method = readControl('lab-sign-method')
  if (!isSignMethod(method)) return
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-lab]')]
  const parameters = new Map(fields.map(({ dataset, value }) => [dataset.lab ?? '', value]))
  const text = baseString(parameters.set('sign_method', method))
  show('lab-text', text)
  show('lab-sign', signBase(text, readControl('lab-secret'), method, plainDigests))
}

function readControl(id: string): string {
  const control = document.getElementById(id)
  const isControl = control instanceof HTMLInputElement || control instanceof HTMLSelectElement
  return isControl ? control.value : ''
}

function show(id: string, text: string): void {
  const place = document.getElementById(id)
  if (place !== null) place.textContent = text
}
