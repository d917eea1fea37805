import type { Rules } from './rule.ts'

const about = ['feedback', 'case', 'request', 'service', 'issue', 'handle'] as const

/** Rules for the headings of feedback fields. */
export const feedbackRules: Rules = {
  feedbackCode: [
    { heads: ['number', 'code'], any: ['feedback'], also: about, score: 84 },
    { heads: ['number', 'code'], any: ['case', 'request', 'issue'], also: about, score: 78 },
    { heads: ['number'], any: ['accept', 'receive', 'service'], also: about, score: 72 },
    { heads: ['number'], score: 60 },
  ],
  kind: [
    { heads: ['type'], any: ['feedback', 'case', 'request'], also: about, score: 84 },
    { heads: ['type'], also: [...about, 'apply'], score: 74 },
  ],
  // Without texts that show which, a type of requests is taken as the kind of the record.
  ticketKind: [{ heads: ['type'], any: ['feedback', 'case', 'request'], also: about, score: 70 }],
  unit: [
    {
      heads: ['org'],
      any: ['handle', 'accept', 'receive', 'reply', 'complete'],
      also: [...about, 'case'],
      score: 84,
    },
    { heads: ['org'], also: about, score: 80 },
    { heads: ['number', 'code'], any: ['org'], also: about, score: 66 },
    { heads: ['division'], any: ['handle', 'accept', 'reply'], also: about, score: 64 },
  ],
  window: [{ heads: ['window'], also: ['accept', 'handle', 'receive', 'service', 'feedback'], score: 84 }],
  caseNumber: [
    { heads: ['number'], any: ['matter'], also: ['case', 'accept', 'item'], never: ['feedback'], score: 85 },
  ],
  level: [
    { heads: ['grade'], also: ['feedback', 'service', 'case', 'handle', 'result', 'reply'], score: 84 },
    { heads: ['result'], any: ['feedback'], also: ['inspect'], score: 72 },
  ],
  giver: [
    {
      heads: ['applicant', 'citizen'],
      also: [...about, 'person', 'name', 'citizen', 'applicant'],
      score: 84,
    },
    {
      heads: ['person', 'name'],
      any: ['feedback', 'apply', 'applicant', 'citizen'],
      also: [...about, 'person'],
      score: 80,
    },
    { heads: ['person'], score: 60 },
  ],
  summary: [
    { heads: ['title'], also: about, score: 84 },
    { heads: ['text'], also: about, never: ['reply'], score: 76 },
  ],
  givenDay: [
    { heads: ['date'], any: ['feedback'], also: [...about, 'create', 'apply', 'receive'], score: 84 },
    {
      heads: ['date'],
      any: ['create', 'apply', 'receive', 'start', 'open'],
      also: about,
      never: ['reply'],
      score: 80,
    },
    { heads: ['date'], any: ['accept'], also: about, score: 76 },
    { heads: ['date'], also: ['feedback', 'case', 'request', 'service', 'issue'], score: 62 },
  ],
  repliedDay: [{ heads: ['date'], any: ['reply'], also: [...about, 'complete', 'org'], score: 86 }],
  closedDay: [
    { heads: ['date'], any: ['complete'], also: [...about, 'accept'], never: ['reply'], score: 84 },
    { heads: ['date'], any: ['handle'], also: about, never: ['reply'], score: 66 },
  ],
  upheld: [{ heads: ['result', 'status'], any: ['verify'], also: about, score: 80 }],
  likes: [],
  dislikes: [],
}
