import { type Label } from '../../../../kernel/label.ts'
import { type contract } from '../../../../server/views/contract.ts'
import { type Answer } from '../../../client.ts'

export type SystemLine = Answer<typeof contract.systems>['lines'][number]
export type SystemState = SystemLine['state']

export const systemStates = {
  there: { zh: '已有', en: 'There' },
  partly: { zh: '部分已有', en: 'Partly' },
  'not-yet': { zh: '尚未实现', en: 'Not there yet' },
} as const satisfies Record<SystemState, Label>

export const states = ['there', 'partly', 'not-yet'] as const satisfies readonly SystemState[]
