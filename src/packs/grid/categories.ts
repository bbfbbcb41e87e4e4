import { type Category } from '../../engines/cases/schema.ts'
import { branch, department, grid, hours, leaf, street, workingDays, workingHours } from '../case-type.ts'

const within = (limit: ReturnType<typeof hours>) => ({ limits: { resolve: limit } })

/** 部件: things that belong to the street. They are mended by whoever keeps them. */
const parts = branch('parts', '部件', 'Parts', { unit: department('city-management'), nearMetres: 15 }, [
  branch('p-utilities', '公用设施', 'Public utilities', { unit: department('water'), ...within(workingDays(2)) }, [
    leaf('p-water-cover', '上水井盖', 'Water cover', '自来水井盖 上水井盖 缺失 破损', { urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-sewer-cover', '污水井盖', 'Sewer cover', '污水井盖 沙井盖 松动', { urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-storm-cover', '雨水井盖', 'Storm drain cover', '雨水井盖 缺失', { urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-storm-grate', '雨水箅子', 'Storm grate', '雨水箅子 雨篦 堵塞 破损'),
    leaf('p-power-cover', '电力井盖', 'Power cover', '电力井盖 电缆沟盖板', { unit: department('science-industry'), urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-telecom-cover', '通讯井盖', 'Telecom cover', '通讯井盖 电信井盖', { unit: department('science-industry'), urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-gas-cover', '燃气井盖', 'Gas cover', '燃气井盖 煤气井盖', { unit: department('city-management'), urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-hydrant', '消防设施', 'Hydrants', '消火栓 消防栓 漏水 被圈占', { unit: department('fire') }),
    leaf('p-switch-box', '电力设施与通信交接箱', 'Power and telecom boxes', '变电箱 配电箱 交接箱 箱门敞开', { unit: department('science-industry') }),
    leaf('p-pole', '立杆与架空线', 'Poles and wires', '电线杆 倾斜 线缆垂落 废线', { unit: department('science-industry') }),
    leaf('p-street-lamp', '路灯', 'Street lamp', '路灯 不亮 灯杆倾斜', { unit: department('housing-construction') }),
    leaf('p-fitness', '健身设施', 'Fitness equipment', '健身器材 损坏 松动', { unit: department('culture-tourism-sport') }),
  ]),
  branch('p-roads', '道路交通设施', 'Road facilities', { unit: department('housing-construction'), ...within(workingDays(3)) }, [
    leaf('p-bus-stop', '公交站亭', 'Bus shelter', '公交站 站亭 站牌 破损'),
    leaf('p-traffic-sign', '交通标志牌', 'Traffic sign', '标志牌 倾斜 遮挡', { unit: department('traffic-police') }),
    leaf('p-signal', '交通信号灯', 'Traffic signal', '信号灯 红绿灯 不亮', { unit: department('traffic-police'), urgency: 'urgent', ...within(hours(4)) }),
    leaf('p-guard-rail', '交通护栏', 'Guard rail', '护栏 撞坏 移位', { unit: department('traffic-police') }),
    leaf('p-footbridge', '人行天桥与通道', 'Footbridge or underpass', '天桥 通道 台阶 扶手'),
    leaf('p-tactile', '盲道', 'Tactile paving', '盲道 破损 缺失'),
    leaf('p-street-plate', '路名牌', 'Street name plate', '路名牌 褪色 错字', { unit: department('civil-affairs') }),
    leaf('p-bollard', '车止石与隔离柱', 'Bollards', '车止石 隔离柱 断 缺'),
  ]),
  branch('p-look', '市容环境设施', 'Street furniture', { unit: department('city-management'), ...within(workingDays(2)) }, [
    leaf('p-toilet', '公共厕所', 'Public toilet', '公厕 损坏 停水'),
    leaf('p-septic', '化粪池', 'Septic tank', '化粪池 满溢'),
    leaf('p-litter-bin', '果皮箱', 'Litter bin', '果皮箱 垃圾桶 破损 满溢', within(workingHours(4))),
    leaf('p-sorting-point', '垃圾分类投放点', 'Waste sorting point', '投放点 桶 破损 标识'),
    leaf('p-sign-board', '广告招牌', 'Sign board', '招牌 松动 破损'),
  ]),
  branch('p-greens', '园林绿化', 'Greens', { unit: department('city-management'), ...within(workingDays(5)) }, [
    leaf('p-old-tree', '古树名木', 'Old tree', '古树 枯枝 白蚁 护栏'),
    leaf('p-street-tree', '行道树', 'Street tree', '行道树 枯死 倾斜 遮挡'),
    leaf('p-tree-guard', '护树设施与树池', 'Tree guard and pit', '树池 护树架 篦子'),
    leaf('p-green-space', '绿地', 'Green space', '绿地 黄土裸露 缺株'),
    leaf('p-planter', '花架花钵', 'Planters', '花钵 花箱 破损 枯萎'),
    leaf('p-bench', '座椅与雕塑', 'Benches and sculpture', '座椅 雕塑 破损'),
  ]),
  branch('p-other', '其他设施', 'Other', { unit: department('housing-construction'), ...within(workingDays(3)) }, [
    leaf('p-building-site', '工地围挡', 'Hoarding of a site', '工地 围挡 倾斜 破损'),
    leaf('p-water-rail', '水域护栏', 'Rail at the water', '河涌 护栏 缺失', { unit: department('water') }),
    leaf('p-shelter-sign', '应急避护场所标识', 'Shelter sign', '避护场所 标识 应急', { unit: department('emergency') }),
  ]),
])

/** 事件: what people do or what happens. The street’s own staff deal with most of it. */
const events = branch('events', '事件', 'Events', { unit: street, nearMetres: 50 }, [
  branch('e-look', '市容环境', 'Cleanliness', within(workingHours(4)), [
    leaf('e-rubbish', '暴露垃圾', 'Rubbish lying about', '垃圾 成堆 没清'),
    leaf('e-debris', '积存渣土', 'Debris', '渣土 建筑垃圾 余泥', within(workingDays(1))),
    leaf('e-dirty-road', '道路不洁', 'Dirty road', '路面脏 污渍 落叶', within(workingHours(2))),
    leaf('e-dirty-water', '水域不洁', 'Dirty water', '河涌 漂浮物 垃圾', { unit: department('water'), ...within(workingDays(1)) }),
    leaf('e-dirty-green', '绿地脏乱', 'Littered greens', '绿化带 垃圾 杂物'),
    leaf('e-old-furniture', '废弃家具', 'Dumped furniture', '旧沙发 旧床垫 废弃家具', within(workingDays(1))),
    leaf('e-dead-vehicle', '废弃车辆', 'Abandoned vehicle', '僵尸车 废弃车 单车', { unit: department('traffic-police'), ...within(workingDays(5)) }),
    leaf('e-piled-goods', '乱堆物料', 'Things piled up', '乱堆放 杂物 占楼道'),
    leaf('e-hung-washing', '沿街晾挂', 'Washing over the street', '晾挂 晾晒 沿街'),
    leaf('e-facade', '外立面不洁', 'Dirty façade', '外墙 污损 外立面', within(workingDays(5))),
    leaf('e-burning', '焚烧垃圾', 'Burning rubbish', '焚烧 烧垃圾 浓烟', { urgency: 'urgent', ...within(hours(2)) }),
    leaf('e-dead-animal', '动物尸体', 'Dead animal', '死猫 死老鼠 动物尸体', within(workingHours(2))),
    leaf('e-illegal-building', '私搭乱建', 'Unlicensed building', '搭建 加建 铁皮棚 僭建', { nearMetres: 30, ...within(workingDays(15)) }),
    leaf('e-mosquito', '蚊媒孳生地', 'Mosquito breeding place', '积水容器 孑孓 蚊子 花盆', within(workingDays(1))),
  ]),
  branch('e-advertising', '宣传广告', 'Advertising', within(workingDays(1)), [
    leaf('e-small-ads', '非法小广告', 'Posted advertisements', '小广告 张贴 喷涂'),
    leaf('e-hung-banner', '违规悬挂广告牌匾', 'Banners and boards', '横幅 条幅 广告牌', {}),
    leaf('e-board-on-pavement', '占道广告牌', 'Board on the pavement', '占道 灯箱 立牌'),
    leaf('e-leaflets', '街头散发广告', 'Leaflets', '派传单 散发 卡片'),
  ]),
  branch('e-works', '施工管理', 'Works', { unit: department('housing-construction'), ...within(workingHours(4)) }, [
    leaf('e-works-noise', '施工扰民', 'Noise of works', '夜间施工 噪声', { unit: department('city-management') }),
    leaf('e-works-dust', '工地扬尘', 'Dust of works', '扬尘 裸土 未覆盖'),
    leaf('e-spill', '道路遗撒', 'Spill on the road', '遗撒 泥头车 漏土', { unit: department('city-management') }),
    leaf('e-digging', '无证掘路', 'Digging without a permit', '挖路 无证 开挖'),
    leaf('e-works-on-road', '占道施工', 'Works on the road', '占道 施工 围挡 没有标志'),
    leaf('e-works-waste', '施工废弃料', 'Waste of works', '废料 余泥 堆放'),
  ]),
  branch('e-order', '街面秩序', 'Order in the street', within(workingHours(4)), [
    leaf('e-hawker', '无照经营游商', 'Hawkers', '流动摊贩 走鬼 摆卖'),
    leaf('e-shop-overflow', '店外经营', 'Shop spreading outside', '出店 占道 桌椅'),
    leaf('e-grill', '露天烧烤', 'Grilling outside', '烧烤 油烟 夜宵'),
    leaf('e-scrap', '占道废品收购', 'Scrap buying on the road', '废品 收购 占道'),
    leaf('e-beggar', '流浪乞讨', 'People sleeping rough', '流浪 露宿 乞讨', { unit: department('civil-affairs') }),
    leaf('e-car-parking', '机动车乱停放', 'Cars parked wrongly', '违停 人行道 停车', { unit: department('traffic-police') }),
    leaf('e-bike-parking', '非机动车乱停放', 'Bicycles in the way', '共享单车 电动车 淤积 盲道'),
    leaf('e-bike-charging', '电动自行车违规充电', 'E-bikes charged wrongly', '飞线充电 楼道 充电', { unit: grid, urgency: 'urgent', ...within(hours(4)) }),
    leaf('e-blocked-exit', '堵塞消防通道', 'Blocked fire exit', '消防通道 杂物 锁闭', { unit: grid, urgency: 'urgent', ...within(hours(4)) }),
  ]),
  branch('e-sudden', '突发事件', 'Sudden events', { urgency: 'urgent', ...within(hours(2)) }, [
    leaf('e-subsidence', '路面塌陷', 'Subsidence', '塌陷 下沉 空洞', { unit: department('housing-construction') }),
    leaf('e-burst-water', '自来水管破裂', 'Burst water pipe', '爆管 喷水', { unit: department('water') }),
    leaf('e-burst-gas', '燃气管道破裂', 'Burst gas pipe', '燃气 泄漏 煤气味', { unit: department('city-management') }),
    leaf('e-sewer-overflow', '下水道堵塞或破损', 'Blocked or broken sewer', '下水道 堵 外溢', { unit: department('water') }),
    leaf('e-flooding', '道路积水', 'Flooded road', '积水 水浸 内涝', { unit: department('water') }),
    leaf('e-wires-down', '架空线缆损坏', 'Wires down', '线缆 掉落 垂挂', { unit: department('science-industry') }),
    leaf('e-fallen-tree', '树木倒伏', 'Fallen tree', '倒树 断枝', { unit: department('city-management') }),
    leaf('e-falling-tiles', '外墙脱落', 'Falling tiles', '瓷砖 外墙 脱落 掉'),
  ]),
  branch('e-homes', '入户与民生', 'Visits and people', { unit: grid, ...within(workingDays(2)) }, [
    leaf('e-lonely-elder', '独居老人走访发现', 'Old people living alone', '独居 老人 走访 无人应答', { urgency: 'urgent', ...within(hours(4)) }),
    leaf('e-rented-rooms', '出租屋隐患', 'Dangers in rented rooms', '出租屋 隔断 群租 门禁'),
    leaf('e-dispute', '邻里矛盾纠纷', 'Disputes between neighbours', '纠纷 吵架 邻里 噪音', { unit: street }),
    leaf('e-information', '人口房屋信息变化', 'Changes of people and homes', '搬入 搬出 信息 登记'),
  ]),
])

/**
 * What a grid worker finds, by the classes of parts and events of GB/T 30428 and its forerunner CJ/T 214. The names are those of the trade; the
 * code lists of the standard are not at hand, so the keys are ours and carry no official number. A last branch is for visits, which the 3331 method adds.
 */
export const categories: readonly Category[] = [events, parts]
