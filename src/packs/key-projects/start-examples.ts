/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

/** One project, one plan, one team (一项目一方案一专班). */
export const startExamples: readonly Example[] = [
  { kind: 'start', name: { zh: '有专班、有方案、排了节点，可以开工', en: 'With a task force, its plan and nodes, building may begin' }, given: { measures: 1, nodes: 11 }, then: { refused: null } },
  { kind: 'start', name: { zh: '没有专班，不能开工', en: 'Without a task force building cannot begin' }, given: { measures: null, nodes: 11 }, then: { refused: 'start-without-team' } },
  { kind: 'start', name: { zh: '专班没有方案，不能开工', en: 'Without a plan building cannot begin' }, given: { measures: 0, nodes: 11 }, then: { refused: 'start-without-plan' } },
  { kind: 'start', name: { zh: '没有排定节点，不能开工', en: 'Without nodes building cannot begin' }, given: { measures: 1, nodes: 0 }, then: { refused: 'start-without-nodes' } },
]
