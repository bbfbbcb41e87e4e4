import { access, cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startProgram, type TemporaryFolder, temporaryFolder } from './program.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which a run keeps what its first start made. */
    readonly firstStarts: string
  }
}

/** A data folder that has the first start of the demonstration behind it. That start is made once in a run of tests, by the first that asks, and copied. */
export async function startedFolder(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder()
  const district = join(inject('firstStarts'), 'district')
  if (!await access(district).then(() => true, () => false)) {
    const making = `${district}.making`
    await rm(making, { recursive: true, force: true })
    await (await startProgram({ dataDir: making })).stop()
    await rename(making, district)
  }
  await cp(district, folder.path, { recursive: true })
  return folder
}
