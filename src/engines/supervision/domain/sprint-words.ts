import { type Label } from '../../../kernel/label.ts'
import { type Rhythm, type SprintEventKind, type SprintState, type SprintThingKind } from '../sprints/schema.ts'

export const sprintStates: Readonly<Record<SprintState, Label>> = {
  ahead: { zh: '未开始', en: 'Not begun' },
  running: { zh: '进行中', en: 'Running' },
  over: { zh: '已到期', en: 'Over' },
  closed: { zh: '已收官', en: 'Closed' },
}

export const rhythms: Readonly<Record<Rhythm, Label>> = {
  day: { zh: '每个工作日', en: 'Every working day' },
  week: { zh: '每周', en: 'Every week' },
  'two-weeks': { zh: '每两周', en: 'Every two weeks' },
}

export const weekdays: readonly Label[] = ['一', '二', '三', '四', '五', '六', '日'].map((zh, i) => ({ zh: `周${zh}`, en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][i] ?? '' }))

export const sprintThings: Readonly<Record<SprintThingKind, Label>> = {
  project: { zh: '项目', en: 'Project' },
  target: { zh: '目标', en: 'Target' },
  commitment: { zh: '承诺事项', en: 'Commitment' },
  other: { zh: '其他', en: 'Other' },
}

/** What happened to a sprint, in a word. */
export const sprintDone: Readonly<Record<SprintEventKind, Label>> = {
  opened: { zh: '启动', en: 'opened' },
  put: { zh: '列入事项', en: 'a thing put on' },
  taken: { zh: '撤下事项', en: 'a thing taken off' },
  told: { zh: '填报一轮', en: 'a round told' },
  closed: { zh: '收官', en: 'closed' },
}

/** 每周，周五前报. */
export function rhythmWords(every: Rhythm, weekday: number): Label {
  const day = weekdays[weekday - 1] ?? { zh: '', en: '' }
  return every === 'day' ? { zh: '每个工作日报', en: 'Told every working day' } : { zh: `${rhythms[every].zh}报，${day.zh}截止`, en: `Told ${rhythms[every].en.toLowerCase()}, by ${day.en}` }
}
