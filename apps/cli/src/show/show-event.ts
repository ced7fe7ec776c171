import { findEvents } from '@topgate/server'
import { describeEvent } from './describe-event.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly channel?: string
}

export const showEvent = showable({
  name: 'event',
  summary: 'what became of a charity event',
  description: 'Shows the action, the ledger lines and the totals of a charity event.',
  argument: { name: 'id', about: 'event_id as the channel sent it' },
  options: [
    {
      flags: '--channel <channel>',
      about: 'the channel; without it, every channel that used this id',
    },
  ],
  examples: [
    'topgate show event UNI_9901',
    "topgate show event UNI_9901 --channel CH_A --json | jq '.[].totals'",
    'topgate show event UNI_9901 --database-url postgres://localhost/topgate',
  ],
  find: ({ db, vault }, id, { channel }: Options) => findEvents(db, vault, id, channel),
  describe: (events) => events.map(describeEvent).join('\n\n'),
  absence: (id, { channel }) =>
    `No event ${id} took effect ${channel === undefined ? 'in any channel' : `in the channel ${channel}`}. ` +
    'Refused and declined calls leave no event. ' +
    'Check the id (letter case counts) and the store (--data-dir or --database-url).',
})
