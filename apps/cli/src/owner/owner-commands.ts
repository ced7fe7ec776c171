import type { Command } from 'commander'
import { addLoadCommand } from '../load/load.ts'
import type { Terminal } from '../terminal.ts'
import { addApiCommand } from './api.ts'
import { addAppCommand } from './app.ts'
import { addConsoleCommand } from './console.ts'
import { addSessionCommand } from './session.ts'

/** The commands by which the owner of a platform changes it. */
export function addOwnerCommands(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  addAppCommand(program, terminal, done)
  addApiCommand(program, terminal, done)
  addSessionCommand(program, terminal, done)
  addConsoleCommand(program, terminal, done)
  addLoadCommand(program, terminal, done)
}
