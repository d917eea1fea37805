import type { Database } from '../../server/storage/database.ts'

/** What the briefing says of two days; notes have no file to come from. */
const notes = [
  ['2012-08-08', '中心揭牌投入运行'],
  ['2012-11-06', '绿色通道：房产抵押由法定 30 个工作日缩短到 1.5 个工作日'],
] as const

/** Writes the notes of the launch months. */
export async function setDownNotes({ prisma }: Database, centreId: number, now: Date): Promise<void> {
  await prisma.note.deleteMany({ where: { centreId, author: 'demo' } })
  await prisma.note.createMany({
    data: notes.map(([day, text]) => ({
      centreId,
      day: new Date(`${day}T00:00:00Z`),
      text,
      author: 'demo',
      byName: '演示',
      at: now,
    })),
  })
}

/**
 * Declares all feedback of the launch months as complete. Banners, letters and complaints were too rare for
 * this to be derived from their days.
 */
export async function declareLaunch({ prisma }: Database, centreId: number, now: Date): Promise<void> {
  const declared = { centreId, fact: 'feedback', byUser: 'demo' }
  await prisma.declaredDays.deleteMany({ where: declared })
  const [fromDay, toDay] = [new Date('2012-08-08'), new Date('2012-12-31')]
  const reason = '简报第46期载明投运以来的锦旗、感谢信和投诉情况'
  await prisma.declaredDays.create({ data: { ...declared, fromDay, toDay, known: true, reason, at: now } })
}
