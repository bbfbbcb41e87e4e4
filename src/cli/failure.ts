import { type Refusal } from '../kernel/result.ts'
import { problemOf } from '../server/http/problem.ts'
import { PlainFailure } from '../server/plain-failure.ts'

export const exitCodes = { done: 0, fault: 1, badUse: 2, checkFailed: 3 } as const

/** Something a command tells its user instead of doing what was asked. */
export class Failure extends Error {
  readonly exitCode: number
  readonly kind: string
  constructor(kind: string, message: string, exitCode: number = exitCodes.badUse) {
    super(message)
    this.kind = kind
    this.exitCode = exitCode
  }
}

/** A refusal as a failure of the command line, in both languages. */
export function failureOf(refusal: Refusal): Failure {
  const problem = problemOf(refusal, '')
  return new Failure(refusal.refused, `${problem.detail}\n${problem.detailEn}`, problem.status >= 500 ? exitCodes.fault : exitCodes.badUse)
}

/** Tells the user what went wrong: sentences on the error stream, and with --json an object on the output. */
export function report(error: unknown, json: boolean): void {
  const message = error instanceof Error ? error.message : String(error)
  if (json) console.log(JSON.stringify({ error: error instanceof Failure ? error.kind : 'fault', message }))
  console.error(error instanceof Failure || !(error instanceof Error) || error instanceof PlainFailure ? message : error.stack ?? message)
}
