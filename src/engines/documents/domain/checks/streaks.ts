import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { rangeOf } from './range.ts'
import { bySubject, type Saying, yearOfSaying } from './saying.ts'

type Run = { readonly saying: Saying; readonly first: number; readonly last: number; readonly what: string }

/**
 * A streak (连续三年) against the streak that an earlier paper told of the same thing, and against the places and changes of
 * its years that are on file. Only streaks of years can be set against years; 连续7次 cannot.
 */
export function checkStreaks(sayings: readonly Saying[]): Checked {
  const outcomes = [...bySubject(sayings).values()].flatMap(alike => {
    const runs = alike.flatMap(runOf)
    return runs.flatMap((run, i) => [...runs.slice(i + 1).flatMap(other => againstStreak(run, other)), ...alike.flatMap(each => againstYear(run, each))])
  })
  return { kind: 'streak', compared: outcomes.length, doubts: outcomes.flatMap(outcome => outcome ?? []) }
}

type Outcome = CheckedDoubt | null

function runOf(saying: Saying): Run[] {
  const last = yearOfSaying(saying), { streak } = saying
  // A half-year paper does not say whether its own year counts already.
  if (!streak || streak.of !== '年' || last === null || saying.side === 'target' || /[HQM]|-\d\d$/.test(saying.period)) return []
  return [{ saying, first: last - streak.count + 1, last, what: whatLasts(saying) }]
}

/** What lasted: a deed told behind the streak, else the place, else the direction. */
function whatLasts({ streak, places, notes }: Saying): string {
  return streak?.what || places[0]?.words || /双下降|下降|增长|增/.exec(notes)?.[0] || ''
}

/** Two streaks of one thing began in one year, or the later one after the earlier had ended. */
function againstStreak(one: Run, two: Run): Outcome[] {
  const [early, late] = one.last <= two.last ? [one, two] : [two, one]
  if (early.what !== late.what || early.last === late.last && early.saying.paper === late.saying.paper) return []
  // A gap between them: the streak ended and began anew.
  if (late.first > early.last + 1) return []
  if (early.first === late.first) return [null]
  const { count } = late.saying.streak ?? { count: 0 }, expected = late.last - early.first + 1
  const said = early.saying.streak?.words ?? ''
  return [doubtOf('streak', 'contradiction', [[{ zh: '后一处', en: 'The later one' }, late.saying], [{ zh: '前一处', en: 'The earlier one' }, early.saying]], {
    zh: `${early.last}年说${said}，即自${early.first}年起；延续到${late.last}年应为连续${expected}年，而不是连续${count}年（自${late.first}年起）`,
    en: `In ${early.last} it was ${said}, that is since ${early.first}; lasting to ${late.last} this would be ${expected} years, not ${count} (since ${late.first})`,
  })]
}

/** Within a streak of first places no year has another place; within years of decline no year grew. */
function againstYear(run: Run, other: Saying): Outcome[] {
  const year = yearOfSaying(other)
  if (other === run.saying || year === null || year < run.first || year > run.last || other.side === 'target' || other.period !== String(year)) return []
  if (run.saying.streak?.what) return []
  const mine = run.saying.places[0]
  const places = mine ? other.places.filter(place => place.scope === mine.scope) : []
  const doubt = (zh: string, en: string) => doubtOf('streak', 'contradiction', [[{ zh: '连续', en: 'Streak' }, run.saying], [{ zh: '其中一年', en: 'One of its years' }, other]], { zh, en })
  const words = run.saying.streak?.words ?? ''
  if (mine && places[0]) return [places.some(place => place.place === mine.place) ? null : doubt(`说${words}${mine.words}，而${year}年为${places[0].words}`, `${words} ${mine.words} is claimed; in ${year} it was ${places[0].words}`)]
  if (!other.change || other.change.unit === '个百分点') return []
  const falls = /下降/.test(run.what), grows = !falls && /增/.test(run.what)
  const range = rangeOf(other.change)
  if (falls) return [range.low > 0 ? doubt(`说${words}下降，而${year}年增长${other.change.value}%`, `A fall of ${words} is claimed; in ${year} it grew by ${other.change.value} %`) : null]
  return grows ? [range.high < 0 ? doubt(`说${words}增长，而${year}年下降${-other.change.value}%`, `Growth of ${words} is claimed; in ${year} it fell by ${-other.change.value} %`) : null] : []
}
