import { type Id } from '../../../kernel/id.ts'
import { addDays, type Day, type Instant } from '../../../kernel/time.ts'
import { nameOf, type Project } from './project.ts'

/** A project whose nodes go into a calendar. `url`: the address of its page. */
export type Scheduled = { readonly id: Id; readonly project: Project; readonly owner: string; readonly url: string | null }

/**
 * A calendar (RFC 5545) of the nodes that are not reached yet, each a whole day at its planned day. A node keeps its UID, so a
 * calendar that is fetched again moves its entry and makes no second one. Projects that are over have no entries.
 */
export function calendarOf(projects: readonly Scheduled[], { name, stampedAt }: { readonly name: string; readonly stampedAt: Instant }): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//OpenDistrict//Projects//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, `NAME:${escaped(name)}`,
    ...projects.filter(({ project }) => !project.ended).flatMap(one => entriesOf(one, stampedAt)),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function entriesOf({ id, project, owner, url }: Scheduled, stampedAt: Instant): string[] {
  return project.nodes.filter(node => node.reached === null).flatMap(node => [
    'BEGIN:VEVENT', `UID:${id}.${node.key}@opendistrict`, `DTSTAMP:${basic(stampedAt.slice(0, 19))}Z`, `DTSTART;VALUE=DATE:${basic(node.planned)}`, `DTEND;VALUE=DATE:${basic(addDays(node.planned, 1))}`,
    // A new plan or forecast raises the number of the project's last event, and so of its entries.
    `SEQUENCE:${project.seq}`, `SUMMARY:${escaped(`${nameOf(project)}：${node.name}`)}`, `DESCRIPTION:${escaped(wordsOf(project, owner, node.planned, node.forecast))}`,
    ...(project.place.address === null ? [] : [`LOCATION:${escaped(project.place.address)}`]), ...(url === null ? [] : [`URL:${url}`]), 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ])
}

function wordsOf(project: Project, owner: string, planned: Day, forecast: Day | null): string {
  return [`项目编号：${project.code}`, `业主单位：${owner}`, `计划完成：${planned}`, ...(forecast === null || forecast === planned ? [] : [`预计完成：${forecast}`])].join('\n')
}

/** 2025-03-01T08:00:00 as 20250301T080000. */
const basic = (day: string) => day.replaceAll(/[-:]/g, '')

/** Text as RFC 5545, 3.3.11 has it; other control characters may not stand in it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, sign => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`).replaceAll(/[^\P{Cc}\t]/gu, '')
}

const octets = (sign: string) => { const code = sign.codePointAt(0) ?? 0; return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 }

/** No line is longer than 75 octets (RFC 5545, 3.1), and none is cut within a character: the rest goes on after a space. */
function folded(line: string): string {
  let out = '', length = 0
  for (const sign of line) {
    const size = octets(sign)
    if (length + size > 75) { out += '\r\n '; length = 1 }
    out += sign
    length += size
  }
  return out
}
