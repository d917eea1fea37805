import type { Centre } from '../../centres/centre.ts'
import type { Field } from '../rows/field.ts'
import type { Contract } from './contract.ts'
import { daysToReport } from './grade.ts'

/** The logical types of the Open Data Contract Standard 3.0.2. */
const logicalTypes: Record<Field['reads'], 'string' | 'date' | 'number' | 'integer' | 'boolean'> = {
  text: 'string',
  instant: 'date',
  due: 'date',
  day: 'date',
  money: 'number',
  integer: 'integer',
  flag: 'boolean',
  list: 'string',
  reference: 'string',
  suspensions: 'string',
  decimal: 'number',
  percent: 'number',
}

const ranged = new Set<Field['reads']>(['integer'])

function propertyOf(field: Contract['fields'][number]): object {
  const { name, names, reads, least, most, codes, headings } = field
  const options = {
    ...(ranged.has(reads) && least !== undefined && { minimum: least }),
    ...(ranged.has(reads) && most !== undefined && { maximum: most }),
  }
  const custom = [
    ...(codes ? [{ property: 'codes', value: codes }] : []),
    ...(headings.length > 0 ? [{ property: 'headings', value: headings }] : []),
  ]
  return {
    name,
    businessName: names.zh,
    description: names.en,
    logicalType: logicalTypes[reads],
    physicalType: reads,
    required: field.required,
    ...(field.isKey && { primaryKey: true, primaryKeyPosition: 1, unique: true }),
    ...(Object.keys(options).length > 0 && { logicalTypeOptions: options }),
    ...(custom.length > 0 && { customProperties: custom }),
  }
}

/**
 * A contract in the form of the Open Data Contract Standard 3.0.2. Past deliveries are given as service
 * levels; unknown values are left out.
 */
export function odcsOf(contract: Contract, centre: Centre): object {
  const { target, names, fields, needs, everyDays, rowsPerLoad, lastLoad, contact } = contract
  const key = `${target}.${fields.find(field => field.isKey)?.name ?? contract.key}`
  return {
    apiVersion: 'v3.0.2',
    kind: 'DataContract',
    id: `${centre.code}-${target}`,
    name: `${centre.name} ${names.zh}`,
    version: '1.0.0',
    status: lastLoad === null ? 'draft' : 'active',
    domain: 'public-service',
    tenant: centre.code,
    description: { purpose: names.en, usage: 'Loaded with bw import or the import page.' },
    schema: [
      {
        name: target,
        businessName: names.zh,
        logicalType: 'object',
        physicalType: 'file',
        properties: fields.map(propertyOf),
        ...(needs.length > 0 && { customProperties: [{ property: 'needsOneOf', value: needs }] }),
      },
    ],
    ...(contact !== null && { team: [{ name: contact, role: 'data provider' }] }),
    slaProperties: [
      ...(everyDays === null ? [] : [{ property: 'frequency', value: everyDays, unit: 'd', element: key }]),
      ...(rowsPerLoad === null
        ? []
        : [{ property: 'volume', value: rowsPerLoad, unit: 'rows', element: key }]),
      { property: 'latency', value: daysToReport, unit: 'd', element: key },
    ],
  }
}
