type Nested = Record<string, unknown>;

/** Deepest name: consent[store][provided]. */
const maxDepth = 3;

/**
 * Objects from the flat names of a form: `urls[GitHub]` is `{ urls: { GitHub } }`. A field
 * that is an object in JSON may be written as JSON here too. Without prototypes: the names are a
 * stranger's.
 */
export function nest(fields: Readonly<Record<string, string>>): Nested {
  const nested = Object.create(null) as Nested;
  for (const [name, value] of Object.entries(fields)) {
    const [first = '', ...inner] = name.split('[').map((part) => part.replace(/\]$/, ''));
    const path = /^[^[\]]+(\[[^[\]]*\])*$/.test(name) ? [first, ...inner] : [name];
    if (path.length > maxDepth) continue;
    let into = nested;
    for (const key of path.slice(0, -1)) {
      const next = into[key];
      if (typeof next !== 'object' || next === null) into[key] = Object.create(null);
      into = into[key] as Nested;
    }
    into[path.at(-1) ?? ''] = structured.has(name) ? jsonOr(value) : value;
  }
  return nested;
}

const structured = new Set(['urls', 'consent', 'customQuestions']);

function jsonOr(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
