import { Button } from 'antd'
import { Link } from 'react-router'
import { type Label } from '../../../../../kernel/label.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './patrol.module.css'
import { isToSend, type Report } from './report.ts'

const stateWords = {
  waiting: { zh: '尚未送达', en: 'Not yet received' }, similar: { zh: '附近已有同类，请确认', en: 'Something like it is there already: please decide' }, 'signed-out': { zh: '尚未送达，等您登录', en: 'Not yet received: waits for you to sign in' },
  refused: { zh: '未被接受', en: 'Not accepted' }, sent: { zh: '已送达', en: 'Received' },
} as const satisfies Record<Report['state'], Label>

type WaitingProps = { readonly reports: readonly Report[]; readonly kept: boolean; readonly sending: boolean; readonly sendAll: () => Promise<void>; readonly add: (report: Report) => Promise<void>; readonly drop: (key: string) => Promise<void> }

/** What this person reported from this browser: what has not arrived and why, and what has. */
export function Waiting({ reports, kept, sending, sendAll, add, drop }: WaitingProps) {
  const { language, t } = useLanguage()
  if (reports.length === 0) return null
  const waiting = reports.filter(isToSend)
  return (
    <Panel title={waiting.length > 0 ? t({ zh: '上报情况：{n}件尚未送达', en: 'Reports: {n} not yet received' }, { n: waiting.length }) : t({ zh: '上报情况', en: 'Reports' })} aside={waiting.length > 0 && <Button loading={sending} onClick={() => void sendAll()}>{t({ zh: '现在发送', en: 'Send now' })}</Button>}>
      {waiting.length > 0 && <p>{t(kept ? { zh: '已存在本机，有网络时自动发送；关闭页面后再打开也会继续发送。', en: 'Kept in this device and sent when there is a network, also after the page was closed and opened again.' } : { zh: '此浏览器不能保存：送达前请不要关闭本页。', en: 'This browser cannot keep them: do not close the page before they are received.' })}</p>}
      {waiting.some(one => one.state === 'signed-out') && <p role="status">{t({ zh: '您已退出登录，内容没有丢失。', en: 'You were signed out; nothing is lost. ' })}<a href={`/sign-in?next=${encodeURIComponent('/cases/patrol')}`}>{t({ zh: '登录后自动发送', en: 'Sign in, and they are sent' })}</a></p>}
      <ul className={style['reports']}>
        {reports.map(report => (
          <li key={report.key}>
            <p><b className={report.state === 'refused' ? style['fault'] : undefined}>{t(stateWords[report.state])}</b> <span lang="zh-CN">{report.title}</span>{report.got.number && <> <Link to={`/cases/${report.got.id}`}>{report.got.number}</Link></>}</p>
            <p className={style['small']}>{instantText(report.at, language)}{report.photos.length > 0 && t({ zh: '，照片{n}张', en: ', {n} photographs' }, { n: report.photos.length })}</p>
            {report.said && <p>{t(report.said)}</p>}
            {report.state === 'similar' && (
              <>
                <ul className={style['similar']}>{report.similar.map((one, i) => <li key={i}>{one.id ? <Link to={`/cases/${one.id}`}>{t(one.text)}</Link> : t(one.text)}</li>)}</ul>
                <p className={style['acts']}>
                  <Button onClick={() => void add({ ...report, insists: true, state: 'waiting', similar: [] })}>{t({ zh: '不是同一件，仍然上报', en: 'It is another one: report it' })}</Button>
                  <Button onClick={() => void drop(report.key)}>{t({ zh: '是同一件，不报了', en: 'It is the same: drop it' })}</Button>
                </p>
              </>
            )}
            {report.state === 'refused' && (
              <p className={style['acts']}>
                <Button onClick={() => void add({ ...report, state: 'waiting', said: null })}>{t({ zh: '再试一次', en: 'Try again' })}</Button>
                <Button onClick={() => void drop(report.key)}>{t({ zh: '删除', en: 'Delete' })}</Button>
              </p>
            )}
            {report.state === 'sent' && <p><Button size="small" aria-label={t({ zh: '从本机清除“{title}”', en: 'Clear “{title}” from this device' }, { title: report.title })} onClick={() => void drop(report.key)}>{t({ zh: '知道了', en: 'Clear' })}</Button></p>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
