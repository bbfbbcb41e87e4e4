import { type Config, readConfig } from '../server/config.ts'
import { exitCodes, Failure } from './failure.ts'

/** The settings of this machine; every fault at once where there is any. */
export function settingsOf(): Config {
  const config = readConfig(process.env)
  if (config.ok) {
    for (const warning of config.value.warnings) console.error(`${warning.zh}\n${warning.en}`)
    return config.value
  }
  throw new Failure('bad-settings', config.faults.map(fault => `${fault.sentence.zh}\n${fault.sentence.en}`).join('\n'), exitCodes.badUse)
}

/** Progress goes to the error stream, so that the output of a command stays its answer alone. */
export function say(text: { readonly zh: string; readonly en: string }): void {
  console.error(`${text.zh} · ${text.en}`)
}
