import { urgencyOf } from '../../engines/cases/domain/open.ts'
import { type CaseType } from '../../engines/cases/schema.ts'
import { enterprise } from './sentences/enterprise.ts'
import { front, frontThings } from './sentences/front.ts'
import { living } from './sentences/living.ts'
import { people } from './sentences/people.ts'
import { street } from './sentences/street.ts'
import { things } from './sentences/things.ts'

/**
 * Sentences by matter, made up for the demonstration and for measuring the classifier. Each is worded for itself, so that a whole
 * sentence can be held out; slots are filled, openings, asides and closings put around it, some is said in Cantonese or mistyped.
 */
export const sentences: Readonly<Record<Matter, readonly string[]>> = { ...street, ...living, ...people, ...enterprise, ...front }
export type Matter = keyof typeof street | keyof typeof living | keyof typeof people | keyof typeof enterprise | keyof typeof front

/** The matters that a category of a pack stands for: of the same name, or as told here. */
export const mattersByCategory: Readonly<Record<string, readonly Matter[]>> = {
  // grid, command-calls, enterprise-requests
  'p-water-cover': ['manhole'], 'p-sewer-cover': ['manhole'], 'p-storm-cover': ['manhole'], 'p-storm-grate': ['drain-blocked'], 'p-power-cover': ['manhole'], 'p-telecom-cover': ['manhole'],
  'p-gas-cover': ['manhole'], 'p-pole': ['power-line'], 'p-street-lamp': ['lighting-out'], 'p-bus-stop': ['bus'], 'p-traffic-sign': ['road-sign'], 'p-signal': ['traffic-light'],
  'p-guard-rail': ['guardrail'], 'p-footbridge': ['bridge-lift'], 'p-street-plate': ['road-sign'], 'p-toilet': ['public-toilet'], 'p-septic': ['septic-smell'],
  'p-sorting-point': ['rubbish-sorting'], 'p-sign-board': ['signboard'], 'p-street-tree': ['tree-danger'], 'p-green-space': ['green-space'], 'p-bench': ['park-facility'],
  'e-rubbish': ['exposed-rubbish'], 'e-debris': ['building-debris'], 'e-dirty-road': ['dirty-road'], 'e-dirty-water': ['river'], 'e-dirty-green': ['green-space'],
  'e-old-furniture': ['bulky-waste'], 'e-dead-vehicle': ['abandoned-vehicle'], 'e-piled-goods': ['piled-goods'], 'e-hung-washing': ['hanging-laundry'], 'e-dead-animal': ['dead-animal'],
  'e-illegal-building': ['illegal-building'], 'e-mosquito': ['pests'], 'e-small-ads': ['small-advertisements'], 'e-works-noise': ['construction-noise'], 'e-works-dust': ['dust'],
  'e-spill': ['dust'], 'e-hawker': ['street-stall'], 'e-shop-overflow': ['shop-outside'], 'e-grill': ['outdoor-barbecue'], 'e-beggar': ['beggar'], 'e-car-parking': ['illegal-parking'],
  'e-bike-parking': ['bicycle-parking'], 'e-bike-charging': ['e-bike-charging'], 'e-blocked-exit': ['fire-hazard'], 'e-subsidence': ['road-collapse'], 'e-burst-water': ['burst-pipe'],
  'e-burst-gas': ['gas-leak'], 'e-sewer-overflow': ['drain-blocked'], 'e-flooding': ['flooding'], 'e-wires-down': ['power-line'], 'e-fallen-tree': ['tree-danger'],
  'e-falling-tiles': ['dangerous-house'], 'e-dispute': ['mediation'], 'q-loan': ['enterprise-finance'], 'q-arrears': ['enterprise-dispute'], 'q-award': ['enterprise-policy'],
  'q-tax': ['enterprise-tax'], 'q-office': ['enterprise-space'], 'q-expansion': ['enterprise-space'], 'q-fire-approval': ['enterprise-approval'], 'q-planning': ['enterprise-approval'],
  'q-power': ['enterprise-utility'], 'q-water': ['enterprise-utility'], 'q-network': ['enterprise-utility'], 'q-street': ['enterprise-environment'], 'q-parking': ['enterprise-environment'],
  'q-hiring': ['enterprise-labour'], 'q-talent': ['enterprise-labour'], 'q-licence': ['enterprise-registration'], 'q-credit-repair': ['enterprise-inspection'],
  'q-inspections': ['enterprise-inspection'], 'q-ip': ['enterprise-dispute'], 'q-orders': ['enterprise-trade'], 'q-tech': ['enterprise-policy'],
  'call-illegal-building': ['call-law-enforcement'], 'call-food': ['call-law-enforcement'], 'call-drainage': ['call-coordination'], 'call-ownerless': ['call-coordination'],
  'call-collapse': ['call-emergency'], 'call-gas': ['call-emergency'], 'call-flood': ['call-emergency'], 'call-crowd': ['call-emergency'], 'call-old-estate': ['call-livelihood'],
  'call-schools': ['call-livelihood'], 'w-stairs': ['piled-goods'], 'w-neighbours': ['neighbour-noise'], 'w-pets': ['dogs'], 'w-property': ['property-service'],
  'w-parking': ['parking-space'], 'w-greens': ['green-space'], 'w-drains': ['drain-blocked'], 'w-elders': ['elderly-care'], 'w-stalls': ['street-stall'], 'w-lights': ['lighting-out'],
  'w-pavement': ['road-damage'], 'w-dance': ['square-dancing'],
  // hotline-12345
  tax: ['enterprise-tax'],
}

export function mattersOf(category: string): readonly Matter[] {
  return mattersByCategory[category] ?? (category in sentences ? [category as Matter] : []) // it is one of the keys
}

/** What somebody might have written about a category; null where nothing is known of it. */
export function sentenceFor(dice: Dice, category: string): string | null {
  const matters = mattersOf(category)
  if (matters.length === 0) return null
  const matter = one(dice, matters)
  return writtenFrom(dice, matter, one(dice, sentences[matter])).words
}

type Dice = (sides: number) => number

/** What somebody wrote. `raises`: it says something that makes it more urgent, or harder, than others of its kind. */
export type Written = { readonly words: string; readonly raises: 'urgent' | 'hard' | null }

const slots: Readonly<Record<string, readonly string[]>> = {
  place: ['中山四路', '文明路', '东濠涌边', '农林下路', '小北路', '解放北路', '龙津东路', '中山八路', '西华路', '黄沙大道', '惠福西路', '诗书路', '寺右新马路', '梅东路', '三元里大道', '芳村大道', '宝华路', '长寿路', '德政南路', '仓边路'],
  estate: ['丽江苑', '东湖新村', '幸福里', '荔港花园', '锦城大厦', '金雁楼', '北园小区', '我们小区', '教师新村', '逢源大院'],
  shop: ['一间肠粉店', '楼下烧烤店', '转角的超市', '强记大排档', '路口的五金店', '新开的奶茶店', '对面酒楼', '街口快餐店'],
  when: ['晚上十点', '半夜', '凌晨两点', '每天傍晚', '周末', '早上六点'],
  long: ['三天', '一个星期', '半个月', '两个多月', '好久', '大半年'],
  who: ['我妈妈', '一个老人', '我儿子', '路过的阿婆', '邻居'],
  n: ['两', '3', '五', '6', '八', '十几'],
}
const openings = ['', '', '', '你好，', '您好，我想反映一下，', '我要投诉，', '麻烦看看，', '请问一下，', '市民来电：', '举报，', '救命啊，', '本人住在附近，', '有件事想问，']
const closings = ['', '', '', '，请尽快处理。', '，希望有关部门重视。', '！', '，谢谢。', '，到底有没有人管？', '，打过几次电话都没用。', '，请回复我。', '，麻烦派人来看看。', '，附近街坊都有意见。']
const urgent = ['，现在很危险，', '，已经有人受伤，', '，随时会出人命，', '，火速派人，', '，里面还有小孩，', '，越来越严重，马上要出事，', '，有人晕倒了，']
const hard = ['，这事拖了三年，几个部门互相推，', '，涉及几十户的产权，', '，已经上访多次，', '，历史遗留问题，', '，法院也判了还没解决，']
const asides = ['', '', '', '', '，我{who}今年七十多了，', '，在{place}这边，', '，拍了照片，', '，就是{estate}对面，', '，从上个月开始，', '，跟他们说过也不听，']

/** Everyday Cantonese for written words; the first that fits is taken. */
const cantonese: readonly (readonly [string, string])[] = [['没有', '冇'], ['没人', '冇人'], ['不是', '唔系'], ['不能', '唔可以'], ['不', '唔'], ['他们', '佢哋'], ['我们', '我哋'], ['晚上', '夜晚'], ['现在', '而家'], ['怎么', '点样'], ['什么', '乜嘢'], ['吵', '嘈'], ['孩子', '细路'], ['老人', '老人家'], ['东西', '嘢'], ['看', '睇'], ['给', '畀'], ['在', '喺'], ['很', '好'], ['了', '咗'], ['睡', '瞓']]
const mistyped: readonly (readonly [string, string])[] = [['垃圾', '拉圾'], ['在', '再'], ['已经', '以经'], ['账', '帐'], ['像', '象'], ['停', '亭'], ['管', '馆'], ['堵', '睹'], ['噪', '燥'], ['坏', '怀'], ['燃气', '然气'], ['装', '妆'], ['做', '作'], ['收', '受'], ['污', '圬'], ['漏', '露'], ['报', '抱']]

/** The urgency of what somebody wrote about a category: the usual one, unless what was written raises it. */
export function urgencyFor(type: Pick<CaseType, 'categories' | 'urgencies'>, category: string, raises: Written['raises']): string {
  const usual = urgencyOf(type, category)
  if (raises === 'urgent') return type.urgencies[0]?.key ?? usual
  // What is urgent or has a limit of its own does not become a matter of weeks by being disputed.
  return raises === 'hard' && usual === 'ordinary' ? type.urgencies.find(u => u.key === 'hard')?.key ?? usual : usual
}

const called: Readonly<Record<Matter, readonly string[]>> = { ...things, ...frontThings }
const leads = ['{it}，', '关于{it}的问题，', '{place}{it}，', '反映{it}，', '又是{it}，', '投诉{it}：', '{it}很久了，', '想问{it}的事，']

/** A sentence about a matter as somebody might have written it; in every other one the matter is called by its name. */
export function writtenFrom(dice: Dice, matter: Matter, sentence: string): Written {
  const roll = dice(100)
  const raises = roll < 8 ? 'urgent' : roll < 14 ? 'hard' : null
  const aside = raises === 'urgent' ? one(dice, urgent) : raises === 'hard' ? one(dice, hard) : one(dice, asides)
  const lead = dice(2) === 0 ? one(dice, leads).replace('{it}', one(dice, called[matter])) : ''
  const told = `${one(dice, openings)}${lead}${dice(4) === 0 ? `${aside.replace(/^，/, '')}${sentence}` : `${sentence}${aside}`}${one(dice, closings)}`.replace(/，+(?=[，。！]|$)/g, '')
  const filled = told.replace(/\{(\w+)\}/g, (_, slot: string) => one(dice, slots[slot] ?? ['']))
  const said = dice(4) === 0 ? cantonese.reduce((text, [from, to]) => text.replaceAll(from, to), filled) : filled
  return { words: dice(5) === 0 ? withSlip(dice, said) : said, raises }
}

/** A wrong character that sounds or looks alike, a missing one, or two that changed places. */
function withSlip(dice: Dice, text: string): string {
  const slips = mistyped.filter(([right]) => text.includes(right))
  const characters = [...text], at = 1 + dice(Math.max(1, characters.length - 2))
  const kind = dice(3)
  const slip = slips[dice(Math.max(1, slips.length))]
  if (kind === 0 && slip) return text.replace(slip[0], slip[1])
  if (kind === 1) return characters.toSpliced(at, 1).join('')
  return characters.toSpliced(at, 2, characters[at + 1] ?? '', characters[at] ?? '').join('')
}

function one<T>(dice: Dice, of: readonly [T, ...T[]] | readonly T[]): T {
  const found = of[dice(of.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}
