/** A report in the manner of the trade, invented word by word, with so many statements. For measuring where no real one is at hand. */
export function inventedReport(statements: number): string {
  const kinds = [
    (n: number) => `示例产业增加值${(n * 3.17).toFixed(2)}亿元、增长${(n % 17) + 0.3}%，居全市第${(n % 9) + 1}。`,
    (n: number) => `新建示范点${(n % 90) + 1}个，改造示例小区${(n % 40) + 2}个，惠及居民${(n % 30) + 1.5}万人次。`,
    (n: number) => `示例服务业、示例制造业分别增长${(n % 12) + 0.8}%、${(n % 8) + 1.1}%。`,
    (n: number) => `持续完善协同机制，推动各项工作落地见效，示例平台接入事项超${(n % 600) + 100}项。`,
  ]
  const line = (n: number) => kinds[n % kinds.length]?.(n) ?? ''
  const half = Math.floor(statements / 2)
  return [
    '关于示例区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告', '——2023年2月1日在示例区人民代表大会上', '各位代表：',
    '一、2022年国民经济和社会发展计划执行情况', ...Array.from({ length: Math.ceil(half / 5) }, (_, i) => `（${i + 1}）示例工作稳步推进。${Array.from({ length: 5 }, (_, k) => line(i * 5 + k)).join('')}`),
    '二、2023年工作安排', ...Array.from({ length: Math.ceil(half / 5) }, (_, i) => `（${i + 1}）扎实做好示例工作。确保${Array.from({ length: 5 }, (_, k) => line(i * 7 + k)).join('')}`),
  ].join('\n\n')
}
