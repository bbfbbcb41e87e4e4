import { type CaseType } from '../../engines/cases/schema.ts'
import { coClock, department, field, label, leaf, named, resolveClock, signClock, signLadder, unitMessages, usual, usualLadder, workingDays } from '../case-type.ts'

/**
 * What stands in the way of a project (堵点). It goes to the department that can remove it; who raised it says whether it is gone. What is
 * closed is never reopened, since the light of the project counts the days from its raising: the same again is a new one.
 */
export const blocker: CaseType = {
  ...usual,
  key: 'blocker', name: label('项目堵点', 'Blocker of a project'), prefix: 'DD',
  fields: [field('project', '项目名称', 'Name of the project', 'text', { required: true }), field('project-id', '项目标识', 'Id of the project', 'text')],
  // Which department leads is ours: the papers name none.
  categories: [
    leaf('land', '用地', 'Land', '用地 土地 红线 农转用 供地 地块', { unit: department('planning-resources') }),
    leaf('demolition', '征拆', 'Demolition and resettlement', '征拆 拆迁 征收 借地 补偿 安置 交地', { unit: department('land-development') }),
    leaf('permit', '审批', 'Permits', '审批 许可 报建 批复 审查 手续', { unit: department('government-services-data') }),
    leaf('money', '资金', 'Money', '资金 拨款 专项债 贷款 概算 欠款', { unit: department('finance') }),
    leaf('pipes', '管线', 'Pipes and cables', '管线 迁改 电缆 燃气管 给水 排水 通信', { unit: department('housing-construction') }),
    leaf('other', '其他', 'Other', '协调 扰民 设计变更 施工 材料', { unit: department('development-reform') }),
  ],
  urgencies: [named('ordinary', '一般', 'Ordinary')],
  steps: { file: false, sign: true, check: true, callBack: false },
  may: {
    refused: [], reopened: [], rated: [], excluded: [], contacted: [], merged: [], absorbed: [], received: ['desk', 'opener', 'program'], dispatched: ['desk', 'opener', 'supervisor', 'program'],
    checked: ['opener', 'checker', 'supervisor'], closed: ['opener', 'checker', 'desk', 'supervisor'], voided: ['desk', 'opener'],
  },
  names: { received: label('提出堵点', 'Raise a blocker'), answered: label('报告已解决', 'Say it is removed'), checked: label('确认', 'Confirm'), closed: label('销号', 'Strike off') },
  results: [named('removed', '已消除', 'Removed'), named('bypassed', '另有方案', 'Another way was found'), named('not-possible', '不能消除，调整项目', 'Cannot be removed: the project changes')],
  evidence: 1, reopenWithin: null,
  // Ours.
  clocks: [signClock({ '*': workingDays(1) }), resolveClock('received', { '*': workingDays(15) }, label('解决', 'Remove')), coClock({ '*': workingDays(5) })],
  ladders: [usualLadder('resolve'), signLadder(), { clock: 'co', warnAt: null, steps: [{ after: null, to: 'superior' }] }],
  messages: unitMessages,
}
