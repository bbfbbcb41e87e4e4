import { type Label } from '../../../kernel/label.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** What an export shows of a case. Personal ones are masked unless revealed. */
export const exportColumns: readonly { readonly key: string; readonly header: Label; readonly usual: boolean; readonly personal?: true }[] = [
  { key: 'number', header: label('工单编号', 'Number'), usual: true }, { key: 'type', header: label('类型', 'Type'), usual: true }, { key: 'category', header: label('类别', 'Category'), usual: true }, { key: 'urgency', header: label('紧急程度', 'Urgency'), usual: true },
  { key: 'state', header: label('状态', 'State'), usual: true }, { key: 'title', header: label('标题', 'Title'), usual: true }, { key: 'words', header: label('诉求内容', 'Words'), usual: false }, { key: 'channel', header: label('来源渠道', 'Channel'), usual: true },
  { key: 'openedAt', header: label('登记时间', 'Received at'), usual: true }, { key: 'place', header: label('所在单位', 'Place'), usual: true }, { key: 'placeCode', header: label('所在单位代码', 'Code of the place'), usual: false }, { key: 'address', header: label('地址', 'Address'), usual: true },
  { key: 'lng', header: label('经度', 'Longitude'), usual: false }, { key: 'lat', header: label('纬度', 'Latitude'), usual: false }, { key: 'lead', header: label('主办单位', 'Lead unit'), usual: true }, { key: 'co', header: label('协办单位', 'Co-units'), usual: false },
  { key: 'due', header: label('当前时限', 'Due'), usual: true }, { key: 'resolveDue', header: label('办结时限', 'Resolve by'), usual: false }, { key: 'signedAt', header: label('签收时间', 'Signed at'), usual: false }, { key: 'answeredAt', header: label('答复时间', 'Answered at'), usual: true },
  { key: 'answer', header: label('办理结果', 'Answer'), usual: false }, { key: 'result', header: label('结果分类', 'Result'), usual: false }, { key: 'closedAt', header: label('办结时间', 'Closed at'), usual: true }, { key: 'step', header: label('升级次数', 'Steps climbed'), usual: false },
  { key: 'joint', header: label('联合督办', 'Joint supervision'), usual: false }, { key: 'returns', header: label('退单次数', 'Returns'), usual: false }, { key: 'reworks', header: label('返工次数', 'Reworks'), usual: false },
  { key: 'responded', header: label('是否响应', 'Responded'), usual: false }, { key: 'solved', header: label('是否解决', 'Solved'), usual: false }, { key: 'satisfied', header: label('是否满意', 'Satisfied'), usual: false }, { key: 'excluded', header: label('不计入回访统计', 'Left out of the rates'), usual: false }, { key: 'rating', header: label('反映人评分', 'Rating'), usual: false },
  { key: 'reporterName', header: label('反映人', 'Reporter'), usual: false, personal: true }, { key: 'reporterPhone', header: label('联系电话', 'Telephone'), usual: false, personal: true }, { key: 'confidential', header: label('要求保密', 'Confidential'), usual: false }, { key: 'generated', header: label('演示生成', 'Generated'), usual: false },
]
