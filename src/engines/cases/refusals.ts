import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {
  'wrong-state': { status: 422, zh: '工单{number}的现状不能办理这一步，可能已被他人办理。请刷新后核对。', en: 'Case {number} is not at a point where this can be done; somebody may have acted. Reload and compare.' },
  'not-your-move': { status: 403, zh: '工单{number}的这一步不由您办理。', en: 'This step of case {number} is not yours.' },
  'floor-may-not-return': { status: 422, zh: '您单位是工单{number}的兜底单位，不能退单。确有困难可申请延期或挂起。', en: 'Your unit is the floor unit of case {number} and may not return it. Ask for more time if it is hard.' },
  'evidence-needed': { status: 422, zh: '答复工单{number}须附佐证材料至少{needed}份。', en: 'The answer to case {number} needs at least {needed} pieces of evidence.' },
  'co-units-open': { status: 422, zh: '工单{number}还有{waiting}个协办单位未答复。可催办或解除协办后再答复。', en: '{waiting} co-units of case {number} have not answered. Remind or release them first.' },
  'nothing-asked': { status: 422, zh: '工单{number}没有待批的申请。', en: 'Nothing waits for approval in case {number}.' },
  'already-asked': { status: 422, zh: '工单{number}已有一项申请待批，请等批复。', en: 'An application for case {number} waits for approval already.' },
  'extensions-used': { status: 422, zh: '工单{number}最多延期{most}次，已用完。', en: 'Case {number} may be extended {most} times; all are used.' },
  'lead-is-no-co-unit': { status: 422, zh: '主办单位不能同时是协办单位。', en: 'The lead unit cannot be a co-unit as well.' },
  'not-a-co-unit': { status: 422, zh: '该单位不是工单{number}的协办单位。', en: 'That unit is not a co-unit of case {number}.' },
  'same-unit': { status: 422, zh: '工单{number}已在该单位，不必转办。', en: 'Case {number} is with that unit already.' },
  'too-late-to-reopen': { status: 422, zh: '工单{number}已过可重新办理的期限。请另行反映，我们会与原工单关联。', en: 'It is too late to reopen case {number}. Report it anew; we will link the two.' },
  'merge-into-itself': { status: 422, zh: '工单不能并入自身。', en: 'A case cannot be merged into itself.' },
  'unknown-category': { status: 422, zh: '没有这一事项类别，请在最末一级中选择。', en: 'There is no such category; choose one at the end of a branch.' },
  'unknown-urgency': { status: 422, zh: '没有这一紧急程度。', en: 'There is no such urgency.' },
  'unknown-result': { status: 422, zh: '请选择办理结果。', en: 'Choose the result.' },
  'field-needed': { status: 422, zh: '请填写“{field}”。', en: 'Fill in “{field}”.' },
  'field-wrong': { status: 422, zh: '“{field}”的内容不符合要求。', en: '“{field}” is not as it should be.' },
} as const satisfies RefusalTable
