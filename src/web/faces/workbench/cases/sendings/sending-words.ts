import { type SendingRow } from '../../../../../engines/cases/sendings/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'

/** What became of what was told. */
export const sendingStates: Readonly<Record<SendingRow['state'], Label>> = {
  waiting: { zh: '待发送', en: 'Waiting' }, sending: { zh: '发送中', en: 'On its way' }, sent: { zh: '已送达', en: 'Sent' }, failed: { zh: '未送达', en: 'Failed' },
  held: { zh: '同样内容一日内已发，未重复发送', en: 'Held: the same was sent within a day' }, off: { zh: '未开通此渠道，未发送', en: 'Not sent: there is no such channel' }, test: { zh: '测试密钥，未实际发送', en: 'Test key: nothing was sent' },
}

export const sendingChannels: Readonly<Record<SendingRow['channel'], Label>> = { sms: { zh: '短信', en: 'Text message' }, mail: { zh: '邮件', en: 'E-mail' }, app: { zh: '站内通知', en: 'Notice to a unit' }, hook: { zh: '推送', en: 'Program of others' } }
