// One copy of the code for both kinds of modules: an error caught by one is an instance of the other.
import sdk from './index.js'

export const {
  TopClient,
  TopError,
  TopInputError,
  TopNonsense,
  TopRefusal,
  TopTransportError,
  signParameters,
} = sdk
