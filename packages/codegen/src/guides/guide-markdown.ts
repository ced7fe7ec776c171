import { platformErrorRows } from '../api-errors.ts'
import { errorMarkdown } from '../markdown.ts'
import type { Guide, GuideBlock } from './guide.ts'

/** A guide as Markdown. */
export function guideMarkdown(guide: Guide, language: 'zh' | 'en'): string {
  const sections = guide.sections.flatMap(({ title, blocks }) => [
    `## ${title[language]}`,
    ...blocks.map((block) => blockMarkdown(block, language)).filter((text) => text !== ''),
  ])
  return [`# ${guide.title[language]}`, guide.lead[language], ...sections, ''].join('\n\n')
}

function blockMarkdown(block: GuideBlock, language: 'zh' | 'en'): string {
  switch (block.kind) {
    case 'text':
      return block.text[language]
    case 'list':
      return block.items.map((item) => `- ${item[language]}`).join('\n')
    case 'command':
      return `\`\`\`sh\n${block.command}\n\`\`\``
    case 'program':
      return `\`\`\`js\n${block.code}\`\`\``
    case 'signing-lab':
      return ''
    case 'platform-errors':
      return errorMarkdown(platformErrorRows(), (text) => text[language])
    default:
      return block satisfies never
  }
}
