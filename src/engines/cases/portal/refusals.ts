import { type RefusalTable } from '../../refusal-table.ts'

/** What the public forms refuse, in words for residents. */
export const refusals = {
  'slip-over': { status: 404, zh: '这一页已过时。为保护个人信息，填写或查询超过{minutes}分钟即清除。请重新开始，或拨打12345。', en: 'This page is over. To protect what you wrote, it is cleared after {minutes} minutes. Begin again, or call 12345.' },
  'sent-too-often': { status: 429, zh: '短时间内收到的太多，这一件没有收下。请在{again}之后再提交；事情急，请现在拨打12345。', en: 'Too many came in a short time, so this one was not taken. Send it after {again}; if it cannot wait, call 12345 now.' },
  'sent-too-fast': { status: 422, zh: '提交得太快，像是程序填写的。请核对内容，几秒后再点“提交”。', en: 'This was sent so fast that a program may have done it. Look it over and send it again in a few seconds.' },
  'left-empty-filled': { status: 422, zh: '有一栏应留空却填了内容，没有提交。请清空“请勿填写”一栏后再点“提交”。', en: 'A box that must stay empty was filled in, so nothing was sent. Empty the box “Leave this empty” and send again.' },
  'same-words': { status: 422, zh: '{minutes}分钟内已收到同样内容的诉求{number}，正在处理，不必重复提交。若是另一件事，请在下面勾选后再提交。', en: 'The same words came in within {minutes} minutes{number} and are being dealt with; there is no need to send them twice. If it is another matter, say so below and send again.' },
  'wrong-number-or-code': { status: 422, zh: '编号与查询码（或电话）对不上。请核对后再试；查询码遗失可拨打12345查询。', en: 'The number does not go with this code or telephone. Check both and try again; if the code is lost, call 12345.' },
  'asked-too-often': { status: 429, zh: '试的次数太多。请在{again}之后再查，或拨打12345查询。', en: 'Too many tries. Ask again after {again}, or call 12345.' },
  'added-too-often': { status: 429, zh: '这件诉求今天补充的次数已满。请在{again}之后再补充，或拨打12345。', en: 'Enough was added to this report for today. Add more after {again}, or call 12345.' },
  'rated-already': { status: 422, zh: '这一次办理您已经评价过。如果问题没有解决，可以要求重新办理。', en: 'You have rated this handling already. If the matter is not solved, you may ask for it to be taken up again.' },
} as const satisfies RefusalTable
