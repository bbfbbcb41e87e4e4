import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

export const documentsReading: Pack = {
  id: 'documents-reading',
  version: 1,
  name: { zh: '读报告', en: 'Reading reports' },
  what: { zh: '把公开报告的原文读成提纲、数值、目标、任务和名词，每一条都指回原文的字', en: 'Turns a published report into outline, figures, targets, tasks and words, each pointing to its very characters' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '全文及附件2名词解释' },
    { document: '越秀区2023年计划报告', section: '全文' },
    { document: '越秀区2023年上半年报告', section: '全文' },
  ],
  systems: [
    { id: 'S265', example: '附件里的名词解释读成名词，不读成数值', page: '/imports', extent: { zh: '从报告读出名词和解释并入库；各处用词的链接还没有', en: 'Words and meanings are read from papers and kept; uses elsewhere are not linked yet' } },
  ],
  words: [
    { zh: '原文位置', en: 'span', meaning: { zh: '一条事实在原文中的起止字符', en: 'First and last character of a fact in the raw text' } },
    { zh: '存疑', en: 'doubt', meaning: { zh: '机器读不准、需由人先看的地方', en: 'What the machine is unsure of and a person must see first' } },
  ],
  examples,
}
