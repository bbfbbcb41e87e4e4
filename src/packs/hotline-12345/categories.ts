import { type Category } from '../../engines/cases/schema.ts'
import { branch, department, hours, leaf, street } from '../case-type.ts'

const urgent = { urgency: 'urgent' } as const

const cityLook = branch('city-look', '市容环境卫生', 'Streets and cleanliness', { unit: street, urgency: 'ordinary', nearMetres: 50 }, [
  leaf('exposed-rubbish', '暴露垃圾', 'Rubbish lying about', '垃圾 堆放 臭味 没人清 垃圾堆 烂家具'),
  leaf('rubbish-collection', '垃圾清运', 'Rubbish collection', '清运 垃圾桶满 垃圾车 没收垃圾', { unit: department('city-management') }),
  leaf('rubbish-sorting', '垃圾分类投放点', 'Waste sorting points', '分类 投放点 误时投放 桶点'),
  leaf('dirty-road', '道路不洁', 'Dirty road', '道路脏 污水 泥土 没扫 保洁'),
  leaf('building-debris', '建筑垃圾', 'Building debris', '建筑垃圾 装修垃圾 余泥 渣土 沙袋'),
  leaf('bulky-waste', '大件垃圾', 'Bulky waste', '旧沙发 床垫 大件 家具 扔在'),
  leaf('dead-animal', '动物尸体', 'Dead animals', '死猫 死狗 死老鼠 动物尸体'),
  leaf('public-toilet', '公共厕所', 'Public toilets', '公厕 厕所 没水 没纸 异味', { unit: department('city-management'), nearMetres: 80 }),
  leaf('street-stall', '流动摊贩占道', 'Street stalls', '摊贩 走鬼 占道 摆卖 烧烤档'),
  leaf('shop-outside', '出店经营', 'Shops spreading outside', '出店经营 占用人行道 门口摆放 桌椅'),
  leaf('outdoor-barbecue', '露天烧烤', 'Grilling outside', '烧烤 炭火 夜宵 油烟'),
  leaf('piled-goods', '乱堆放', 'Things piled up', '乱堆放 杂物 占用楼道 纸皮'),
  leaf('hanging-laundry', '乱拉挂', 'Washing and wires hung up', '晾晒 拉绳 挂衣服 沿街'),
  leaf('small-advertisements', '乱张贴小广告', 'Posted advertisements', '小广告 牛皮癣 张贴 涂写'),
  leaf('signboard', '户外广告招牌', 'Outdoor signs', '招牌 广告牌 灯箱 松动 霓虹', { unit: department('city-management') }),
  leaf('illegal-building', '违法建设', 'Illegal building', '违建 加建 天台搭建 僭建 违章建筑', { urgency: 'hard', nearMetres: 30 }),
  leaf('cooking-fumes', '餐饮油烟', 'Cooking smoke', '油烟 烟囱 餐馆 大排档 呛', { unit: department('ecology') }),
])

// 24 hours for water, power, gas and heat; what is dangerous, 2 hours.
const utilities = branch('utilities', '水电气', 'Water, power and gas', { urgency: 'utilities', nearMetres: 200 }, [
  leaf('water-off', '停水', 'No water', '停水 没水 断水', { unit: department('water') }),
  leaf('low-pressure', '水压不足', 'Low water pressure', '水压 水小 高层上不了水', { unit: department('water') }),
  leaf('water-quality', '自来水水质', 'Tap water quality', '水质 水黄 浑浊 异味 铁锈', { unit: department('water') }),
  leaf('water-bill', '水费', 'Water bills', '水费 水表 抄表 突然很高', { unit: department('water'), urgency: 'ordinary' }),
  leaf('burst-pipe', '水管爆裂', 'Burst water pipe', '爆管 水管爆裂 喷水 漏水严重', { unit: department('water'), ...urgent }),
  leaf('drain-blocked', '排水堵塞', 'Blocked drain', '下水道 堵塞 污水外溢 化粪池 渠', { unit: department('water') }),
  leaf('power-off', '停电', 'No power', '停电 跳闸 没电 电压', { unit: department('science-industry') }),
  leaf('power-bill', '电费', 'Power bills', '电费 电表 抄表 转供电', { unit: department('science-industry'), urgency: 'ordinary' }),
  leaf('telecom', '通信网络', 'Telephone and network', '宽带 信号 断网 基站 运营商', { unit: department('science-industry'), urgency: 'ordinary' }),
  leaf('power-line', '电线隐患', 'Dangerous power line', '电线 漏电 掉落 冒火花 裸露', { unit: department('science-industry'), ...urgent }),
  leaf('gas-leak', '燃气泄漏', 'Gas leak', '燃气泄漏 煤气味 漏气', { unit: department('city-management'), ...urgent, limits: { sign: hours(0.25) } }),
  leaf('gas-service', '停气与燃气服务', 'Gas supply', '停气 开通燃气 燃气表 气费', { unit: department('city-management') }),
])

const roads = branch('roads', '道路交通', 'Roads and traffic', { unit: department('housing-construction'), urgency: 'ordinary', nearMetres: 50 }, [
  leaf('road-damage', '道路破损', 'Broken road', '路面 坑 破损 坑洼 人行道砖 松动'),
  leaf('manhole', '井盖缺损', 'Missing or broken manhole cover', '井盖 缺失 松动 塌陷 沙井', { unit: department('water'), ...urgent, nearMetres: 20 }),
  leaf('lighting-out', '路灯不亮', 'Street lights out', '路灯 不亮 太暗 灯坏'),
  leaf('bridge-lift', '天桥与过街通道', 'Footbridges and underpasses', '天桥 扶梯 过街 隧道 直梯'),
  leaf('guardrail', '护栏损坏', 'Broken rails', '护栏 隔离栏 撞坏 松动', { unit: department('traffic-police') }),
  leaf('road-sign', '路牌路标', 'Road signs', '路牌 指示牌 看不清 倾斜', { unit: department('traffic-police') }),
  leaf('road-collapse', '路面塌陷', 'Collapsed road', '塌陷 下沉 空洞 塌方', { ...urgent }),
  leaf('flooding', '道路积水内涝', 'Flooded road', '水浸 积水 内涝 浸街', { unit: department('water'), ...urgent, nearMetres: 100 }),
  leaf('traffic-light', '交通信号与标线', 'Signals and markings', '红绿灯 信号灯 标线 斑马线 标志牌', { unit: department('traffic-police') }),
  leaf('illegal-parking', '机动车乱停放', 'Cars parked wrongly', '乱停 违停 占用消防通道 挡住门口 停车', { unit: department('traffic-police') }),
  leaf('parking-space', '停车泊位与收费', 'Parking places and fees', '停车费 收费 停车场 泊位', { unit: department('traffic-police') }),
  leaf('bicycle-parking', '非机动车乱停放', 'Bicycles in the way', '共享单车 电动车 乱停 堵住 盲道', { unit: street }),
  leaf('e-bike-riding', '电动自行车违规行驶', 'E-bikes breaking rules', '电动车 逆行 上人行道 超速 外卖车', { unit: department('traffic-police') }),
  leaf('bus', '公共汽车', 'Buses', '公交 巴士 班次 不停站 站台', { unit: department('traffic-police') }),
  leaf('taxi', '出租车与网约车', 'Taxis', '出租车 的士 网约车 拒载 绕路', { unit: department('traffic-police') }),
  leaf('abandoned-vehicle', '废弃车辆', 'Abandoned vehicles', '僵尸车 废弃 没人开 占车位', { unit: department('traffic-police') }),
  leaf('congestion', '交通拥堵', 'Congestion', '堵车 拥堵 上学时段 塞车', { unit: department('traffic-police'), urgency: 'hard' }),
])

const environment = branch('environment', '噪声与污染', 'Noise and pollution', { unit: department('ecology'), urgency: 'ordinary', nearMetres: 100 }, [
  leaf('construction-noise', '施工噪声', 'Building noise', '夜间施工 工地 噪音 打桩 装载机', { unit: department('city-management') }),
  leaf('decoration-noise', '装修噪声', 'Renovation noise', '装修 电钻 敲墙 午休', { unit: street }),
  leaf('neighbour-noise', '生活噪声', 'Neighbours and dancing', '广场舞 音响 唱歌 邻居吵 麻将', { unit: department('public-security') }),
  leaf('square-dancing', '广场舞', 'Dancing in squares', '广场舞 跳舞 音响 大妈', { unit: department('public-security') }),
  leaf('shop-noise', '商铺噪声', 'Shop noise', '店铺 喇叭 叫卖 酒吧 音乐', { unit: department('public-security') }),
  leaf('equipment-noise', '设备噪声', 'Machines and air conditioners', '空调外机 水泵 变压器 嗡嗡 低频'),
  leaf('air-conditioner', '空调外机', 'Air conditioners', '空调外机 滴水 热风 对着窗', { unit: street }),
  leaf('light-pollution', '光污染', 'Light at night', '灯光 霓虹 太亮 睡不着 照进', { unit: department('city-management') }),
  leaf('septic-smell', '化粪池异味', 'Smell of septic tanks', '化粪池 臭味 沼气 抽粪', { unit: department('city-management') }),
  leaf('dust', '扬尘', 'Dust', '扬尘 灰尘 泥头车 没洒水', { unit: department('housing-construction') }),
  leaf('air-smell', '废气异味', 'Fumes', '废气 喷漆 异味 干洗 刺鼻'),
  leaf('river', '河涌污染', 'Polluted streams', '河涌 黑臭 死鱼 排污', { unit: department('water'), nearMetres: 300 }),
])

const homes = branch('homes', '住房与物业', 'Homes and property management', { unit: department('housing-construction'), urgency: 'ordinary', nearMetres: 30 }, [
  leaf('property-service', '物业服务', 'Property management', '物业 管理费 保安 不作为 业委会'),
  leaf('lift-trouble', '电梯故障', 'Lift out of order', '电梯 坏了 停运 抖动', { unit: department('market') }),
  leaf('lift-trapped', '电梯困人', 'People trapped in a lift', '困人 被困电梯 关在电梯', { unit: department('market'), ...urgent, limits: { sign: hours(0.25) } }),
  leaf('lift-adding', '旧楼加装电梯', 'New lift in an old building', '加装电梯 加梯 低层反对 补贴', { urgency: 'hard' }),
  leaf('leak-neighbour', '房屋渗漏', 'Leaking building', '漏水 渗水 楼上漏 天花 外墙', { unit: street, urgency: 'hard' }),
  leaf('dangerous-house', '危房与外墙脱落', 'Dangerous building', '危房 裂缝 外墙脱落 掉瓷砖', { ...urgent }),
  leaf('illegal-renovation', '违规装修拆改', 'Illegal renovation', '拆承重墙 改结构 开门洞 违规装修'),
  leaf('maintenance-fund', '维修资金', 'Maintenance fund', '维修基金 维修资金 申请 分摊', { urgency: 'hard' }),
  leaf('old-estate-renewal', '老旧小区改造', 'Works in old estates', '老旧小区 改造 三线 下地 施工质量', { urgency: 'hard' }),
  leaf('rental', '房屋租赁', 'Renting', '租房 押金 中介 二房东 公租房'),
  leaf('housing-sale', '商品房交易', 'Buying a home', '开发商 交楼 办证 学位房 合同'),
  leaf('public-housing', '公共租赁住房', 'Public housing', '公租房 廉租 轮候 租赁补贴'),
  leaf('demolition', '征收拆迁', 'Demolition and resettlement', '拆迁 征收 补偿 回迁 安置', { urgency: 'hard' }),
])

const market = branch('market', '市场与消费', 'Markets and consumers', { unit: department('market'), urgency: 'ordinary', nearMetres: 30 }, [
  leaf('food-safety', '食品安全', 'Food safety', '食品 变质 吃坏 卫生差 过期'),
  leaf('consumer-quality', '消费退款纠纷', 'Refunds', '退款 退货 商家 不退 质量问题'),
  leaf('prepaid-card', '预付卡', 'Prepaid cards', '预付卡 充值 健身房 跑路 美容 关门'),
  leaf('price', '价格收费', 'Prices', '乱收费 价格 明码标价 加价 电费'),
  leaf('fake-advertising', '虚假宣传', 'False advertising', '虚假宣传 夸大 直播 保健品 老人'),
  leaf('fake-goods', '假冒伪劣', 'Fake goods', '假货 假冒 侵权 三无产品'),
  leaf('unlicensed-business', '无证照经营', 'Trading without a licence', '无证 无照 没有执照 黑作坊'),
])

const work = branch('work', '劳动与社保', 'Work and social insurance', { unit: department('human-resources'), urgency: 'ordinary' }, [
  leaf('wage-arrears', '拖欠工资', 'Unpaid wages', '欠薪 拖欠工资 工资 包工头 讨薪'),
  leaf('labour-rights', '劳动合同纠纷', 'Employment contracts', '辞退 合同 赔偿 加班 试用期'),
  leaf('social-insurance', '社会保险', 'Social insurance', '社保 断缴 退休 养老金 失业金'),
  leaf('job-services', '就业与培训', 'Jobs and training', '找工作 招聘 培训 补贴 就业困难'),
])

const education = branch('education', '教育', 'Education', { unit: department('education'), urgency: 'ordinary' }, [
  leaf('school-place', '入学与学位', 'School places', '入学 学位 报名 转学 积分入学'),
  leaf('school-conduct', '学校收费与管理', 'School fees and management', '收费 食堂 校服 课后托管 老师'),
  leaf('training-institution', '校外培训', 'Tutoring', '培训机构 补习 退费 机构关门'),
  leaf('kindergarten', '幼儿园与托育', 'Kindergartens and nurseries', '幼儿园 托育 托位 保育费'),
])

const health = branch('health', '医疗卫生', 'Health', { unit: department('health'), urgency: 'ordinary' }, [
  leaf('hospital', '医疗服务', 'Medical services', '医院 挂号 医生 态度 排队 误诊'),
  leaf('medical-insurance', '医疗保险', 'Medical insurance', '医保 报销 异地 门诊 选点', { unit: department('medical-insurance') }),
  leaf('epidemic', '疫苗与传染病', 'Vaccines and infectious disease', '疫苗 登革热 蚊子 灭蚊 传染病', { unit: department('disease-control'), nearMetres: 200 }),
  leaf('smoking', '公共场所卫生与控烟', 'Hygiene and smoking', '吸烟 抽烟 网吧 控烟 四害 老鼠'),
  leaf('pests', '病媒生物', 'Pests', '老鼠 蟑螂 蚊子 白蚁 消杀', { unit: street }),
])

const people = branch('people', '民政与救助', 'Civil affairs and aid', { unit: department('civil-affairs'), urgency: 'ordinary' }, [
  leaf('elderly-care', '养老服务', 'Care for the old', '养老院 长者饭堂 居家养老 适老化 老人'),
  leaf('low-income', '困难救助', 'Help in hardship', '低保 困难 救助 补贴 残疾'),
  leaf('minors', '未成年人保护', 'Protection of minors', '儿童 虐待 留守 未成年 家暴', { ...urgent }),
  leaf('domestic-violence', '家庭暴力', 'Violence at home', '家暴 打老婆 打孩子 求助', { unit: department('public-security'), ...urgent }),
  leaf('missing-person', '走失寻人', 'Missing persons', '走失 走丢 寻人 痴呆 迷路', { unit: department('public-security'), ...urgent }),
  leaf('beggar', '流浪乞讨人员', 'People sleeping rough', '流浪 乞讨 露宿 桥底', { nearMetres: 100 }),
  leaf('veterans', '退役军人', 'Veterans', '退伍 退役军人 优待 抚恤', { unit: department('veterans') }),
  leaf('disabled', '残疾人服务', 'Disabled people', '残疾 轮椅 无障碍 残疾证'),
  leaf('marriage-birth', '婚姻与生育登记', 'Marriage and birth', '结婚 离婚 登记 生育 准生'),
  leaf('funeral', '殡葬', 'Funerals', '殡葬 骨灰 墓 火化 烧纸'),
])

const trees = branch('trees', '园林绿化', 'Trees and parks', { unit: department('city-management'), urgency: 'ordinary', nearMetres: 50 }, [
  leaf('tree-danger', '树木倒伏', 'Fallen tree', '倒树 树倒 断枝 压车 台风', { ...urgent }),
  leaf('tree-pruning', '树木修剪', 'Pruning', '修剪 树枝 挡光 伸进窗 榕树'),
  leaf('green-space', '绿地损坏', 'Damaged greens', '绿化带 踩踏 砍树 毁绿 枯死'),
  leaf('park-facility', '公园管理', 'Parks', '公园 座椅 开放时间 设施 人工湖'),
])

const safety = branch('safety', '治安与安全', 'Order and safety', { unit: department('public-security'), urgency: 'ordinary', nearMetres: 50 }, [
  leaf('fire-hazard', '消防隐患', 'Fire hazards', '消防 灭火器 疏散通道 锁闭 堆杂物', { unit: department('fire') }),
  leaf('charging', '电动自行车违规充电', 'E-bikes charged indoors', '飞线充电 电动车上楼 楼道充电 电池', { unit: department('fire') }),
  leaf('fire', '火情', 'Fire', '着火 起火 冒烟 火灾', { unit: department('fire'), ...urgent }),
  leaf('gas-cylinder', '瓶装气隐患', 'Gas cylinders', '煤气瓶 瓶装气 黑气 钢瓶', { unit: department('city-management') }),
  leaf('typhoon', '防风防汛', 'Storms', '台风 暴雨 沙袋 防汛 转移', { unit: department('emergency'), ...urgent }),
  leaf('work-safety', '生产安全隐患', 'Dangers at work', '安全生产 高空作业 违规 没有防护', { unit: department('emergency') }),
  leaf('throwing-objects', '高空抛物', 'Objects thrown from heights', '高空抛物 扔下来 烟头 砸到'),
  leaf('dogs', '犬只管理', 'Dogs', '狗 不拴绳 流浪狗 咬人 狗叫 粪便'),
  leaf('fraud', '诈骗与治安线索', 'Fraud and offences', '诈骗 赌博 传销 盗窃 骚扰电话'),
  leaf('theft', '盗窃', 'Theft', '被偷 盗窃 小偷 电动车被盗'),
  leaf('public-order', '治安秩序', 'Public order', '打架 闹事 聚众 赌博 酗酒'),
  leaf('mediation', '矛盾纠纷调解', 'Disputes', '调解 纠纷 邻里 赔偿 人民调解', { unit: department('justice') }),
  leaf('feeding-pigeons', '喂养野生动物', 'Feeding pigeons and cats', '喂鸽子 喂流浪猫 鸽粪', { unit: street }),
])

const services = branch('services', '政务与公共服务', 'Government and public services', { unit: department('government-services-data'), urgency: 'ordinary' }, [
  leaf('service-attitude', '窗口服务', 'Service at the counter', '窗口 排队 态度 办事 材料'),
  leaf('online-service', '网上办事', 'Services online', '网上办 系统 登录 提交不了 小程序'),
  leaf('household-registration', '户籍与居住证', 'Registration and residence permits', '户口 居住证 积分 入户 来穗 登记', { unit: department('newcomers') }),
  leaf('tax', '税务', 'Tax', '发票 退税 个税 税务', { unit: department('tax') }),
  leaf('culture-sport', '文体设施与旅游', 'Culture, sport and tourism', '健身器材 球场 图书馆 旅行社 景点', { unit: department('culture-tourism-sport') }),
  leaf('tourism', '旅游', 'Tourism', '旅行社 导游 退团 景点 酒店', { unit: department('culture-tourism-sport') }),
  leaf('heritage', '历史建筑保护', 'Heritage', '历史建筑 骑楼 文物 古树 拆', { unit: department('culture-tourism-sport') }),
  leaf('internet-cafe', '网吧与娱乐场所', 'Internet cafés and venues', '网吧 KTV 未成年 剧本杀', { unit: department('culture-tourism-sport') }),
  leaf('religion', '宗教场所', 'Religious places', '寺庙 教堂 宗教 香火', { unit: department('ethnic-religious') }),
  leaf('corruption', '工作作风与违纪线索', 'Conduct of staff', '推诿 不作为 作风 投诉工作人员', { unit: department('petitions') }),
  leaf('hotline-answer', '对热线答复不满', 'The hotline’s answer', '答复 敷衍 没人联系 不满意 已读'),
  leaf('suggestion', '意见建议', 'Suggestions', '建议 希望 能不能 增加 改善', { urgency: 'hard' }),
])

/** What people ring 12345 for, by subject. Ours: the decree’s own tree is not published; words are those of callers. */
export const categories: readonly Category[] = [cityLook, utilities, roads, environment, homes, market, work, education, health, people, trees, safety, services]
