import { type Label } from '../kernel/label.ts'

/**
 * A fault that whoever runs the program can mend, told in plain words and without a stack: a data folder in use, a
 * damaged backup. `cause` is what the system said.
 */
export class PlainFailure extends Error {
  readonly label: Label

  constructor(label: Label, cause?: unknown) {
    super(`${label.zh}\n${label.en}`, { cause })
    this.name = 'PlainFailure'
    this.label = label
  }
}
