import { type Handlers } from '../context.ts'
import { type contract } from './contract.ts'
import { embargoHandlers } from './embargo-api.ts'
import { figureHandlers } from './figure-api.ts'
import { outlookHandlers } from './outlook-api.ts'
import { registerHandlers } from './register-api.ts'
import { sheetHandlers } from './sheet-api.ts'
import { targetHandlers } from './target-api.ts'

export const handlers: Handlers<typeof contract> = { ...registerHandlers, ...figureHandlers, ...outlookHandlers, ...targetHandlers, ...sheetHandlers, ...embargoHandlers }
