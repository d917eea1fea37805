import type { News } from '../notices.ts'

/** A topic that a person can follow, and its kinds of notices. */
const kindsOfTopic = {
  targets: ['target'],
  variation: ['variation'],
  signals: ['signal'],
  overdue: ['overdue'],
  late: ['late'],
  reports: ['reports'],
  briefings: ['draft', 'submitted', 'returned', 'signed', 'comment', 'instruction'],
} as const satisfies Record<string, readonly News['kind'][]>

type Topic = keyof typeof kindsOfTopic
export const topics = Object.keys(kindsOfTopic) as [Topic, ...Topic[]]

/** The kinds of notices of some topics; unknown topics have none. */
export const kindsOf = (followed: readonly string[]): string[] =>
  topics.filter(topic => followed.includes(topic)).flatMap((topic): readonly string[] => kindsOfTopic[topic])
