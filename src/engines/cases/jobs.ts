import { type Job } from '../job.ts'
import { countingFigures } from './counted/counting.ts'
import { clustering } from './clusters/finding.ts'
import { clearing } from './portal/clearing.ts'
import { learnPending } from './routing/learning.ts'
import { type Channels } from './sendings/channels.ts'
import { deliver } from './sendings/delivering.ts'
import { tell } from './sendings/telling.ts'
import { sweep } from './sweep.ts'
import { forgetting } from './transfer/forgetting.ts'

export const jobs = (channels: Channels): readonly Job[] => [
  { name: 'cases.climb', everySeconds: 10, run: sweep },
  { name: 'cases.learn', everySeconds: 60, run: learnPending },
  { name: 'cases.tell', everySeconds: 5, run: tell },
  { name: 'cases.send', everySeconds: 5, run: ctx => deliver(ctx, channels) },
  clearing,
  forgetting,
  clustering,
  countingFigures,
]
