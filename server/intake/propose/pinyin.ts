/** The characters of known headings by pinyin without tones. */
const sounds = `
  an案 ban办班般 bao报包 bei备被 ben本 bi毕币避比 bian编 biao标表 bie别 bing并 bu部补布不 cai采踩 can参餐 cha查差 chan产
  chang长常 che撤 cheng承称成程 chou抽 chu处出 chuang窗创 ci次 cuo磋 da答大 dai代 dan单 dang当 dao道到 de得 deng登等
  di的底地递 dian电点 ding定订顶 dong动 du度 duan段端 e额 er二 fa发法 fan反 fang方访房 fei费废非 fen分 fou否 fu服复 gai概
  gan感 gang岗 gao告高 ge格个 gong工公供 gou构购 gu估 gua挂 guan关管 gui归柜 guo果过国 hao号好 he合 hen很 hou候 hu户
  hui惠会回 huo或货 ji机记际及级即寄基 jia价家甲加假 jian件间建检见 jiao交较 jie结接截 jin进金锦 jing竞 ju局拒举 jue绝决 kai开
  kao考 ke可科 kong控 kou口 kuang况矿 kui馈 lai来 lan拦 lei类 li理例立利 lian联 liang量 liu流留 lun轮 lv率绿 ma码
  man满 men门 ming名明 mo默 mu目 nei内 nuo诺 pai派拍牌 pan判 pi批 pian片 pin品 ping评 pu普 qi企期起旗启 qian前签
  qin勤 qing请情 qiu求 qu渠取 quan全权 que缺 rang让 re热 ren任人认 ri日 rong容 san三 se色 shang上商 she设 shen申审
  sheng生 shi事实施式时始识示试是失市使十 shou受收售 shu属数书束 shui水 shuo说 si司四 song送 su诉 suan算 suo所 tai台态太
  tan探谈 ti体题提 tian天填 ting停厅 tong统同通 tou投 tu土 tui推退 wan完 wang网 wei位委微 wen问文 wu务屋物五 xi息席系 xia下
  xian限线 xiang项响乡 xiao效小销 xie谢 xin信 xing型姓形星行 xu序许需 xuan选 yan言 yang扬 yao邀要 ye业 yi一易议意异疑移已
  ying映应英 yong用 you优由有邮 yu预与予 yuan源员 yue约 zai在 zan赞 ze责 zeng赠 zhai摘 zhao招照 zheng正政 zhi置止制知质
  zhong中种钟终 zhu主注筑 zhuang状 zhun准 zi子 zui最 zuo作
`

const soundOf = new Map(
  sounds
    .trim()
    .split(/\s+/)
    .flatMap(group => {
      const sound = /^[a-z]+/.exec(group)?.[0] ?? ''
      return Array.from(group.slice(sound.length), (character): [string, string] => [character, sound])
    }),
)

/** The pinyin initials of a Chinese heading: bjsj for 办结时间; null with an unknown character. */
export function initialsOf(text: string): string | null {
  const parts = Array.from(text, character => soundOf.get(character)?.[0])
  return parts.length === 0 || parts.includes(undefined) ? null : parts.join('')
}

/** A Chinese heading in pinyin, as in databases: banjieshijian for 办结时间; null with an unknown character. */
export function pinyinOf(text: string): string | null {
  const parts = Array.from(text, character => soundOf.get(character))
  return parts.length === 0 || parts.includes(undefined) ? null : parts.join('')
}
