import type { NameTable } from './naming.ts'
import { SdkRefusal } from './sdk-refusal.ts'

/**
 * The stem of an API's classes. TOP drops `taobao.`; where another API has that name already, the
 * whole method names it.
 */
export function classStem(method: string, stems: NameTable): string {
  const short = method.replace(/^taobao\./, '')
  const stem = stems.addPlain(short) ?? stems.add(method)
  if (stem === undefined) throw new SdkRefusal(method, '', 'the method has no letter or digit')
  return stem
}
