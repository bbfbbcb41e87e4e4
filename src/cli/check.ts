import { basename } from 'node:path'
import { checkSayings, joined } from '../engines/documents/domain/checks/check-papers.ts'
import { type CheckedPaper, sayingsOf } from '../engines/documents/domain/checks/saying.ts'
import { CheckKind, kindWords, severityWords } from '../engines/documents/domain/checks/doubt.ts'
import { readGiven } from '../engines/documents/domain/read-given.ts'
import { readBytes } from '../engines/documents/formats/read-bytes.ts'
import { type Fact } from '../engines/documents/schema.ts'
import { type Source } from '../kernel/source.ts'
import { failureOf } from './failure.ts'
import { loadFile } from './import.ts'

/** Where no database gives ids, a paper is named by its place among those given: stable for the same call. */
const idAt = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

type FromFile = { readonly file: string; readonly title: string; readonly district: string; readonly paper: CheckedPaper }

/** `opendistrict check FILE...`: doubts inside each paper and of the papers of one district with each other. Needs no database. */
export async function checkCommand(files: readonly string[], options: { readonly json?: boolean }): Promise<void> {
  const papers: FromFile[] = []
  for (const [i, file] of files.entries()) papers.push(await paperFrom(file, idAt(i)))
  // Papers of two districts speak of different things in the same words.
  const districts = [...new Set(papers.map(paper => paper.district))]
  const { doubts, compared } = joined(districts.map(district => checkSayings(papers.filter(paper => paper.district === district).flatMap(({ paper }) => sayingsOf(paper)))))
  if (options.json) return void process.stdout.write(`${JSON.stringify({ papers: papers.map(({ file, title, district }) => ({ file, title, district })), doubts, compared })}\n`)
  for (const { kind, severity, name, words, sides } of doubts) {
    const shown = sides.map(side => `    ${side.part.zh} ${side.says.zh}${side.source.kind === 'document' ? ` ——${side.source.title} · ${side.source.section}` : ''}`)
    console.log([`[${kindWords[kind].zh} · ${severityWords[severity].zh}] ${name}`, `  ${words.zh}`, `  ${words.en}`, ...shown].join('\n'))
  }
  console.log(`疑点 doubts ${doubts.length} · 比对 compared ${CheckKind.options.map(kind => `${kindWords[kind].zh} ${compared[kind]}`).join('，')}`)
}

async function paperFrom(file: string, id: string): Promise<FromFile> {
  const raw = await readBytes(await loadFile(file), { name: basename(file) })
  if (!raw.ok) throw failureOf(raw)
  const { document, facts } = readGiven(raw.value.raw, {})
  const title = document.title ?? basename(file)
  const source = (fact: Fact): Source => ({ kind: 'document', document: id, title, section: fact.section, start: fact.start, end: fact.end, words: raw.value.raw.slice(fact.start, fact.end), saidOn: document.date })
  return { file, title, district: document.district ?? '', paper: { key: file, saidOn: document.date, raw: raw.value.raw, facts: facts.map(fact => ({ key: `${file}#${fact.id}`, fact, source: source(fact), subject: null })) } }
}
