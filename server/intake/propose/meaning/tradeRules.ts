import type { Rules } from './rule.ts'

const about = ['project', 'lot', 'tender', 'contract', 'case', 'handle', 'service'] as const

/** Rules for the headings of a trade's fields. */
export const tradeRules: Rules = {
  tradeCode: [
    { heads: ['number', 'code'], any: ['lot'], also: [...about, 'bid', 'award'], score: 95 },
    { heads: ['number', 'code'], any: ['contract', 'award'], also: [...about, 'org', 'notice'], score: 83 },
    {
      heads: ['number', 'code'],
      any: ['tender', 'bid'],
      also: [...about, 'announce', 'notice', 'apply'],
      score: 78,
    },
    { heads: ['number', 'code'], any: ['project'], also: about, score: 76 },
    { heads: ['number', 'code'], any: ['announce', 'notice'], also: about, score: 74 },
    { heads: ['number'], score: 60 },
  ],
  name: [
    { heads: ['name', 'title'], any: ['lot'], also: about, score: 95 },
    { heads: ['name', 'title'], any: ['project'], also: about, score: 84 },
    { heads: ['name', 'title'], any: ['tender', 'contract'], also: [...about, 'text'], score: 82 },
    { heads: ['title'], any: ['award', 'bid', 'announce'], also: about, score: 80 },
    { heads: ['title'], also: about, score: 76 },
    { heads: ['name', 'text'], also: about, score: 72 },
    { heads: ['none'], any: ['project'], also: [...about, 'award'], score: 64 },
    {
      heads: ['text'],
      any: [...about, 'award', 'announce', 'bid', 'item'],
      also: [...about, 'service'],
      score: 72,
    },
  ],
  category: [
    { heads: ['type'], any: ['tender', 'project', 'lot'], also: [...about, 'service'], score: 84 },
    { heads: ['type'], any: ['contract'], also: about, score: 82 },
    { heads: ['type'], any: ['award', 'bid', 'item'], also: about, score: 74 },
    { heads: ['type'], also: about, score: 72 },
  ],
  method: [
    { heads: ['method'], any: ['tender', 'award', 'bid', 'contract', 'project'], also: about, score: 84 },
    { heads: ['method'], score: 72 },
    { heads: ['type'], any: ['tender', 'bid'], also: ['tender', 'bid'], score: 72 },
  ],
  base: [
    { heads: ['money'], any: ['base'], also: [...about, 'bid', 'fund'], score: 84 },
    { heads: ['none'], any: ['base'], also: about, score: 76 },
    { heads: ['money'], any: ['tender'], never: ['award', 'bid'], score: 70 },
  ],
  award: [
    { heads: ['money'], any: ['award'], also: [...about, 'bid', 'supplier', 'bidder'], score: 95 },
    { heads: ['money'], any: ['contract'], also: [...about, 'sign', 'supplier'], score: 80 },
    { heads: ['money'], any: ['bid', 'supplier', 'lot'], also: about, score: 68 },
    { heads: ['money'], score: 62 },
    { heads: ['none'], any: ['award'], also: ['bid'], score: 52 },
  ],
  awardRate: [{ heads: ['rate'], any: ['award', 'bid'], also: about, score: 80 }],
  currency: [
    {
      heads: ['currency', 'code'],
      any: ['currency'],
      also: ['award', 'money', 'contract', 'tender'],
      score: 84,
    },
  ],
  bidders: [
    {
      heads: ['count'],
      any: ['bid', 'bidder'],
      also: ['supplier', 'receive', 'person', 'org', 'tender', 'bid', 'bidder', 'expire'],
      score: 84,
    },
    { heads: ['count'], any: ['supplier'], also: ['bid', 'receive'], score: 76 },
    { heads: ['none', 'bidder'], any: ['bid'], also: ['receive', 'bidder'], score: 54 },
  ],
  outcome: [
    { heads: ['status'], any: ['award', 'tender', 'project', 'contract', 'lot'], also: about, score: 84 },
    { heads: ['result'], any: ['tender', 'project', 'award'], also: about, score: 82 },
    { heads: ['status'], also: [...about, 'announce', 'deal'], score: 80 },
    { heads: ['result'], score: 76 },
  ],
  buyer: [
    { heads: ['buyer'], also: [...about, 'org'], score: 84 },
    { heads: ['org', 'company', 'person'], any: ['tender', 'buyer'], also: [...about, 'buyer'], score: 82 },
    { heads: ['org'], any: ['contract', 'award', 'project'], also: ['contract'], score: 74 },
    { heads: ['org', 'company'], any: ['announce'], score: 64 },
    { heads: ['org'], also: ['case', 'handle'], score: 72 },
  ],
  agent: [{ heads: ['agent'], also: [...about, 'org', 'company'], score: 84 }],
  winner: [
    { heads: ['supplier', 'bidder'], any: ['award'], also: [...about, 'org', 'company'], score: 84 },
    { heads: ['supplier'], also: [...about, 'company', 'org'], score: 82 },
    {
      heads: ['org', 'company', 'person', 'name'],
      any: ['award', 'supplier'],
      also: [...about, 'bid', 'award', 'company'],
      score: 82,
    },
  ],
  announcedDay: [
    { heads: ['date'], any: ['announce'], also: [...about, 'notice', 'bid'], score: 84 },
    { heads: ['none'], any: ['announce'], score: 66 },
    { heads: ['date'], any: ['tender'], never: ['deal'], score: 60 },
  ],
  openedDay: [{ heads: ['date'], any: ['opening'], also: [...about, 'bid'], score: 84 }],
  concludedDay: [
    { heads: ['date'], any: ['award'], also: [...about, 'announce', 'notice', 'bid'], score: 84 },
    { heads: ['date'], any: ['decide', 'result'], also: about, score: 76 },
    { heads: ['date'], any: ['deal'], also: about, score: 72 },
  ],
  contractedDay: [
    { heads: ['date'], any: ['contract'], also: ['sign', 'start'], never: ['complete'], score: 80 },
    { heads: ['date'], any: ['sign'], also: about, never: ['complete'], score: 82 },
  ],
  publishedDay: [{ heads: ['date'], any: ['candidate'], also: ['announce', 'award', 'start'], score: 84 }],
}
