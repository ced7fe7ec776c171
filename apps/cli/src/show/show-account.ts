import { findAccount } from '@topgate/server'
import { describeAccount } from './describe-account.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly channel?: string
}

export const showAccount = showable({
  name: 'account',
  summary: 'the charity hours of one user or key',
  description:
    'Shows a charity account: totals, the newest ledger lines, registrations, and the third-party ' +
    'keys bound to it with what they still hold. The account of a key that nobody has bound holds ' +
    'pending hours.',
  argument: {
    name: 'id',
    about: 'Taobao user id; with --channel a third-party key; or an account as shown (u:… or k:…)',
  },
  options: [{ flags: '--channel <channel>', about: 'the id is a third-party key of this channel' }],
  examples: [
    'topgate show account 12345',
    'topgate show account 123 --channel CH_A',
    "topgate show account 12345 --json | jq '.[].minutes'",
  ],
  async find({ db, vault }, id, { channel }: Options) {
    const report = await findAccount(db, vault, { id, channel })
    return report === undefined ? [] : [report]
  },
  describe: (accounts) => accounts.map(describeAccount).join('\n\n'),
  absence: (id, { channel }) =>
    channel === undefined
      ? `Nothing is stored about the account ${id}. A Taobao user id has up to 19 digits; for a ` +
        'third-party key also name its channel with --channel.'
      : `Nothing is stored about the key ${id} of the channel ${channel} (letter case counts).`,
})
