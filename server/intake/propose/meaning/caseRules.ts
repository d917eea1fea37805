import type { Rules } from './rule.ts'

const about = ['case', 'request', 'service', 'issue', 'apply'] as const

/** Rules for the headings of a case's fields. */
export const caseRules: Rules = {
  caseNumber: [
    {
      heads: ['number'],
      any: ['case', 'request', 'apply', 'issue'],
      also: ['service', 'accept', 'receive', 'item'],
      score: 84,
    },
    { heads: ['number'], any: ['accept', 'service', 'receive'], also: ['case'], score: 78 },
    { heads: ['code'], any: ['case', 'request'], also: ['service', 'apply', 'accept'], score: 66 },
    { heads: ['number'], any: ['decide', 'issuing'], also: ['case'], score: 64 },
    { heads: ['number'], score: 60 },
  ],
  receivedAt: [
    { heads: ['date'], any: ['receive'], also: [...about, 'window', 'start'], score: 84 },
    {
      heads: ['date'],
      any: ['apply', 'request'],
      also: [...about, 'start', 'receive', 'create'],
      score: 83,
    },
    { heads: ['date'], any: ['create', 'open'], also: [...about, 'start', 'receive'], score: 81 },
    { heads: ['date'], any: ['start'], also: about, score: 74 },
    { heads: ['none'], any: ['receive', 'create', 'open'], also: about, score: 72 },
    { heads: ['date'], any: ['case', 'service', 'issue'], score: 62 },
  ],
  acceptedAt: [
    { heads: ['date'], any: ['accept'], also: [...about, 'handle'], score: 84 },
    { heads: ['none'], any: ['accept'], also: about, score: 70 },
  ],
  completedAt: [
    { heads: ['date'], any: ['complete'], also: [...about, 'handle', 'decide'], score: 84 },
    { heads: ['date'], any: ['decide', 'issuing', 'result'], also: [...about, 'handle'], score: 78 },
    { heads: ['date'], any: ['issue'], also: ['case', 'apply'], score: 76 },
    { heads: ['none'], any: ['complete'], also: about, score: 72 },
  ],
  givenCommittedDue: [
    {
      heads: ['date', 'limit'],
      any: ['committed'],
      also: [...about, 'complete', 'handle', 'due'],
      score: 84,
    },
    { heads: ['date'], any: ['due', 'limit'], also: [...about, 'complete', 'handle', 'receive'], score: 83 },
    { heads: ['limit'], also: [...about, 'receive', 'handle', 'complete', 'due'], score: 74 },
    { heads: ['days'], any: ['committed', 'due'], also: [...about, 'complete', 'handle'], score: 76 },
    { heads: ['none'], any: ['committed', 'due'], also: [...about, 'complete'], score: 70 },
  ],
  givenStatutoryDue: [
    {
      heads: ['date', 'limit', 'days'],
      any: ['statutory'],
      also: [...about, 'complete', 'handle', 'due'],
      score: 84,
    },
  ],
  unit: [
    { heads: ['org'], any: ['handle', 'accept', 'receive'], also: [...about, 'item'], score: 84 },
    { heads: ['org'], any: ['issuing', 'decide'], also: about, score: 83 },
    { heads: ['org'], also: ['case', 'service'], score: 82 },
    { heads: ['division'], any: ['handle'], also: about, score: 80 },
    { heads: ['division'], also: ['handle', 'case', 'service', 'receive'], score: 72 },
    { heads: ['org', 'none'], any: ['handle', 'receive'], also: about, score: 58 },
    { heads: ['org'], any: ['item'], score: 70 },
    { heads: ['number', 'code'], any: ['org'], also: ['handle', 'accept', 'item'], score: 60 },
  ],
  window: [
    { heads: ['window'], also: ['accept', 'handle', 'receive', 'service'], score: 84 },
    { heads: ['number', 'code'], any: ['window'], also: ['accept', 'handle', 'receive'], score: 60 },
  ],
  item: [
    { heads: ['item'], also: [...about, 'handle', 'accept'], score: 84 },
    { heads: ['type'], any: ['request', 'issue', 'service', 'item'], also: ['case', 'apply'], score: 82 },
    { heads: ['type'], any: ['case'], also: ['apply'], score: 80 },
    { heads: ['type'], any: ['apply'], also: ['case'], score: 78 },
    {
      heads: ['name', 'title'],
      any: ['service', 'case', 'request', 'issue', 'type'],
      also: ['handle', 'apply'],
      score: 78,
    },
    { heads: ['type'], score: 72 },
    { heads: ['text', 'code'], any: ['type', 'case', 'service', 'request', 'issue', 'item'], score: 62 },
    { heads: ['number'], any: ['item'], score: 60 },
  ],
  itemType: [],
  channel: [
    { heads: ['source'], also: [...about, 'receive', 'accept', 'type'], score: 84 },
    { heads: ['method'], any: ['receive', 'apply', 'accept', 'source'], also: about, score: 80 },
    { heads: ['type'], any: ['source'], score: 76 },
    { heads: ['method'], any: ['case'], score: 66 },
    { heads: ['number', 'code'], any: ['source'], score: 56 },
    { heads: ['none'], any: ['method'], also: ['receive'], score: 80 },
  ],
  outcome: [
    { heads: ['status'], also: [...about, 'handle', 'complete', 'type', 'accept'], score: 84 },
    { heads: ['result'], also: [...about, 'handle', 'complete', 'decide'], score: 82 },
    { heads: ['type', 'name'], any: ['status', 'result'], also: about, score: 76 },
    { heads: ['type'], any: ['complete'], also: about, score: 70 },
    { heads: ['none'], any: ['decide'], also: about, score: 56 },
  ],
  applicant: [
    { heads: ['applicant'], also: ['case', 'company', 'org', 'person', 'handle'], score: 84 },
    {
      heads: ['person', 'org', 'company', 'name'],
      any: ['apply', 'applicant', 'request'],
      also: ['case', 'org'],
      score: 80,
    },
  ],
}
