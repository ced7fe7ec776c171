'use strict'

/** A reason to stop that the reader can do something about: shown as a sentence, without a stack. */
class SetupError extends Error {}

/** Tells the reader about progress. On stderr, because stdout belongs to the program we start. */
function say(message) {
  process.stderr.write(`topgate: ${message}\n`)
}

/** Whole seconds would hide the quick steps, milliseconds would shout. */
function secondsSince(startMs) {
  return `${((Date.now() - startMs) / 1000).toFixed(1)} s`
}

/** Runs the main function of a script; what it returns is the exit status. */
async function runMain(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

module.exports = { SetupError, runMain, say, secondsSince }
