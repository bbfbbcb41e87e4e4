import { type PublicPage } from '../../../server/public/contract.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { useFrame } from './frame.tsx'
import { Shell } from './Shell.tsx'

/** The files of a publication, what their columns mean, and how they may be used. */
export function DataPage({ page }: { readonly page: Extract<PublicPage, { kind: 'data' }> }) {
  const { t } = useFrame()
  return (
    <Shell at="data" title={{ zh: '下载数据', en: 'Open data' }}>
      <p>{t({ zh: '这一期公布的全部内容，任何人都可以下载、使用、转发，注明出处即可（知识共享署名 4.0）。', en: 'All of this publication, for anybody to download, use and pass on, naming where it is from (Creative Commons Attribution 4.0).' })}</p>
      <ul className="files">
        {page.files.map(file => <li key={file.name}><a href={file.href} download={file.name}>{t(file.label)}</a> <small>{file.name} · {printNumber(Math.max(0.1, file.bytes / 1024), 1)} KB</small></li>)}
      </ul>
      {page.catalogue.length > 0 && <p>{t({ zh: '供程序收集的目录（DCAT-AP 3.0）：', en: 'The catalogue for programs that collect data (DCAT-AP 3.0): ' })}{page.catalogue.map((one, i) => <span key={one.name}>{i > 0 && t({ zh: '、', en: ', ' })}<a href={one.href}>{one.name}</a></span>)}</p>}
      <h2>{t({ zh: '每一列是什么', en: 'What each column holds' })}</h2>
      <dl className="facts">{page.fields.map(field => <div key={field.name}><dt><code>{field.name}</code></dt><dd>{t(field.label)}</dd></div>)}</dl>
      <p>{t({ zh: '空格表示没有数。地址不变：换一期，地址里的期数不同；不写期数就是最新一期。', en: 'An empty cell means that there is no number. Addresses stay: another publication has another number in it; without a number it is the latest.' })}</p>
    </Shell>
  )
}
