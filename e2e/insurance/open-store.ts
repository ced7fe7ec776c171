import { type FlowReport, findFlows, readConfig, readStore } from '@topgate/server'
import type { TestServer } from '../testing/start-server.ts'

/** What operators see of a flow beside the running server, refusals for health included. */
export function flowsOf(
  { dataDir, databaseUrl }: TestServer,
  flowId: bigint,
  nowMs = Date.now(),
): Promise<FlowReport[]> {
  const config = readConfig({ 'data-dir': dataDir, 'database-url': databaseUrl }, {})
  return readStore(config, ({ db }) => findFlows(db, flowId, { nowMs, rejections: 'shown' }))
}

/** How many steps are recorded in all. */
export async function stepsIn({ dataDir, databaseUrl }: TestServer): Promise<number> {
  const config = readConfig({ 'data-dir': dataDir, 'database-url': databaseUrl }, {})
  const rows = await readStore(config, ({ db }) =>
    db.all('SELECT CAST(count(*) AS BIGINT) AS steps FROM insurance_behavior', [], {
      steps: { kind: 'int', nullable: false },
    }),
  )
  return rows[0]?.steps ?? -1
}
