import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

// The measured facts of Lever's Postings API v0 as JSON Schema, closed: a field that is not named
// here fails. What Tandem adds is named apart.

const html = { type: 'string' };
const plain = { type: 'string', not: { pattern: '<(p|ul|li|h[1-6]|strong)>' } };
const millis = { type: 'integer', minimum: 1_000_000_000_000, maximum: 10_000_000_000_000 };
const address = { type: 'string', format: 'uri' };

const ours = {
  updatedAt: millis,
  closesAt: { anyOf: [millis, { type: 'null' }] },
  lang: { enum: ['en', 'fr'] },
};

const posting = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id', 'text', 'createdAt', 'categories', 'country', 'workplaceType', 'opening', 'openingPlain',
    'description', 'descriptionPlain', 'descriptionBody', 'descriptionBodyPlain', 'additional',
    'additionalPlain', 'lists', 'hostedUrl', 'applyUrl', ...Object.keys(ours),
  ], // prettier-ignore
  properties: {
    id: { type: 'string', format: 'uuid' },
    text: { type: 'string', minLength: 1 },
    createdAt: millis,
    categories: {
      type: 'object',
      additionalProperties: false,
      properties: {
        location: { type: 'string' },
        commitment: { type: 'string' },
        team: { type: 'string' },
        department: { type: 'string' },
        level: { type: 'string' },
        allLocations: { type: 'array', items: { type: 'string' } },
      },
    },
    country: { anyOf: [{ type: 'string', pattern: '^[A-Z]{2}$' }, { type: 'null' }] },
    workplaceType: { enum: ['unspecified', 'onsite', 'remote', 'hybrid'] },
    opening: html,
    openingPlain: plain,
    description: html,
    descriptionPlain: plain,
    descriptionBody: html,
    descriptionBodyPlain: plain,
    additional: html,
    additionalPlain: plain,
    lists: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'content'],
        properties: {
          text: { type: 'string', minLength: 1 },
          content: { type: 'string', pattern: '^<li[\\s\\S]*</li>$' },
        },
      },
    },
    hostedUrl: address,
    applyUrl: { ...address, pattern: '/apply$' },
    salaryRange: {
      type: 'object',
      additionalProperties: false,
      required: ['currency', 'interval', 'min', 'max'],
      properties: {
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        interval: { type: 'string', pattern: '^per-(year|month|week|day|hour)-(salary|wage)$' },
        min: { type: 'number' },
        max: { type: 'number' },
      },
    },
    salaryDescription: html,
    salaryDescriptionPlain: plain,
    ...ours,
  },
};

const postings = { type: 'array', items: posting };
const groups = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['title', 'postings'],
    properties: { title: { type: 'string' }, postings: { ...postings, minItems: 1 } },
  },
};

const error = {
  type: 'object',
  additionalProperties: false,
  required: ['ok', 'error'],
  properties: {
    ok: { const: false },
    error: { type: 'string', minLength: 1 },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string', minLength: 5 },
        },
      },
    },
  },
};

const applied = {
  type: 'object',
  additionalProperties: false,
  required: ['ok', 'applicationId', 'reference', 'receiptUrl'],
  properties: {
    ok: { const: true },
    applicationId: { type: 'string', format: 'uuid' },
    reference: { type: 'string', pattern: '^T-[0-9A-Z]{4}-[0-9A-Z]{4}$' },
    receiptUrl: address,
  },
};

const field = {
  type: { enum: ['text', 'textarea', 'dropdown', 'file'] },
  text: { type: 'string', minLength: 1 },
  required: { type: 'boolean' },
  limit: { type: 'object' },
  options: {
    type: 'array',
    items: {
      type: 'object',
      required: ['value', 'text'],
      additionalProperties: false,
      properties: { value: { type: 'string' }, text: { type: 'string' } },
    },
  },
};

const questions = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'text', 'personalInformation', 'urls', 'customQuestions'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    text: { type: 'string' },
    personalInformation: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'type', 'text', 'required'],
        additionalProperties: false,
        properties: { name: { type: 'string' }, ...field },
      },
    },
    urls: { type: 'array', items: { type: 'object', required: ['name', 'required'] } },
    customQuestions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'type', 'text', 'fields'],
        properties: {
          id: { type: 'string' },
          type: { const: 'question' },
          text: { type: 'string' },
          fields: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['type', 'text', 'required'],
              properties: field,
            },
          },
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

const validators = {
  posting: ajv.compile(posting),
  postings: ajv.compile(postings),
  groups: ajv.compile(groups),
  error: ajv.compile(error),
  applied: ajv.compile(applied),
  questions: ajv.compile(questions),
};

/** The body of an answer as JSON; throws where it is not what the schema says, with every reason. */
export async function valid<T>(answer: Response, schema: keyof typeof validators): Promise<T> {
  const value: unknown = await answer.json();
  const validate = validators[schema];
  if (!validate(value)) {
    throw new Error(`${schema}: ${ajv.errorsText(validate.errors, { separator: '\n' })}`);
  }
  return value as T;
}
