import type { Block, BriefingDocument } from '../../server/briefing/document.ts'

// What 《平和县作风建设年活动简报》第46期 of 31 December 2012 tells besides its figures, section by section, and what
// stands around its text. The figures are references like those of any draft.

/** Above and below the text of issue 46, as it was printed. */
export const paper46 = {
  masthead: '作风建设年活动简报',
  unit: '平和县作风办',
  contact: '电子邮箱：phxzfb@163.com',
  copyTo: '市作风办',
  distributeTo: '县领导、各乡镇（场、区）、县直各单位',
  office: '平和县作风办',
  registration: '平简007号',
}

export const date46 = '2012-12-31'

/** What was written by hand, by the heading under which it stands. */
const stories: Record<string, string[]> = {
  艰辛努力创筹建奇迹: [
    '去年11月份，县委县政府明确了“中心”的筹建原则、运作模式、人员编制、筹建经费、领导机构、办公地址等相关事宜。' +
      '今年3月中旬，中心班子主要成员到位后，迅速转换角色，着手解决四个重点问题：如何使办公场所的总体布局及装修' +
      '科学合理、适度超前？如何使强电弱电及智能化管理系统软件的配置更能体现先进快捷？如何做好审批事项应进必进和' +
      '高素质人员的选派工作？如何吸取“旧中心”教训，不走老路、弯路？他们统筹安排，合理分工，把本要半年工期，却只' +
      '用了80多天的时间，协调督促完成了功能定位复杂的3200多平方米服务大厅装修工程并投入使用。',
  ],
  严格管理建一流队伍: [
    '为提高中心工作人员的业务素质，增强窗口间的业务交流，他们组织窗口人员进行业务操作考试考核，并利用每周一次的' +
      '例会，开展业务讲座和工作交流。几乎每个工作日的夜晚，中心二楼几间办公室都是灯火通明，都可以看到中心的同志们' +
      '加班时的身影。',
  ],
  高效便民树阳光形象: [
    '为了进一步便民利企，中心因地制宜，拓宽服务领域，推出六大特色便民服务：一是农业专家咨询，向农民和涉农单位提供' +
      '蜜柚、茶叶、蔬菜种植技术咨询服务。二是房产交易“两证”联办。三是设立交管大队窗口，实现交管“两证”业务“一站式”' +
      '办结。四是设立流动人口服务中心。五是婚姻登记窗口按标准化建设进驻中心。六是在中心大厅设置银行营业窗口，方便' +
      '办事群众、企业直接办理相关金融业务。',
  ],
}

const isEmptyParagraph = (block: Block): boolean => block.kind === 'paragraph' && block.inlines.length === 0

/** The draft of the special issue with what its clerk wrote into the places left open. */
export function written46(document: BriefingDocument): BriefingDocument {
  let open: string[] = []
  const blocks = document.blocks.map((block): Block => {
    if (block.kind === 'heading') open = [...(stories[block.text] ?? [])]
    const story = isEmptyParagraph(block) ? open.shift() : undefined
    return story === undefined ? block : { ...block, kind: 'paragraph', inlines: [story] }
  })
  return {
    ...document,
    masthead: { ...document.masthead, issuedOn: date46 },
    title: '负重拼搏创新　打造亮丽窗口',
    subtitle: '——记县行政服务中心管理团队',
    blocks,
  }
}
