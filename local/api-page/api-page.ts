import { Hono } from 'hono';
import { openApiDocument } from '../../core/api/endpoints/openapi.ts';
import { escapeHtml } from '../../core/words/escape-html.ts';
import { localPagePolicy } from '../pages/page-policy.ts';

/** What the page shows of the description. */
interface Described {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly 'x-callers': readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: object }>>;

/** `/local/api`: the description of the product's API, as a page to read. It has no script, and loads nothing. */
export function apiPageRoutes(): Hono {
  const app = new Hono();
  app.get('/local/api', (c) =>
    c.html(render(openApiDocument() as unknown as Described), 200, {
      'Content-Security-Policy': localPagePolicy("'self' 'unsafe-inline'"),
    }),
  );
  return app;
}

function render({ info, paths, components }: Described): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>The API of ${escapeHtml(info.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>The API of ${escapeHtml(info.title)}</h1>`,
    ...info.description.split('\n\n').map(paragraph),
    '<p>As a document for programs: <a href="/api/openapi.json">openapi.json</a>.</p>',
    '<h2>Addresses</h2>',
    list(operations.map(({ name, operation }) => `${linkTo(name)} ${escapeHtml(operation.summary)}`)),
    ...operations.map(({ name, operation }) => section(name, operation)),
    '<h2>Shapes</h2>',
    ...Object.entries(components.schemas).map(
      ([name, schema]) => `<h3 id="${idOf(name)}">${escapeHtml(name)}</h3>\n${shape(schema)}`,
    ),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

function section(name: string, operation: Operation): string {
  const { summary, description, parameters = [], requestBody, responses } = operation;
  return [
    '<section>',
    `<h3 id="${idOf(name)}"><code>${escapeHtml(name)}</code></h3>`,
    paragraph(`${summary}.`),
    ...(description === undefined ? [] : [paragraph(description)]),
    paragraph(`Callers: ${operation['x-callers'].join(', ')}.`),
    list(
      parameters.map((one) => {
        const needed = one.required === true ? ', needed' : '';
        const said = one.description === undefined ? '' : `: ${withCode(one.description)}`;
        return `<code>${escapeHtml(one.name)}</code> (${one.in}${needed})${said}`;
      }),
    ),
    ...(requestBody === undefined ? [] : [folded('Body', requestBody.content)]),
    ...Object.entries(responses).map(([status, { description: said, content = {} }]) =>
      folded(`${status}: ${said}`, content),
    ),
    '</section>',
  ].join('\n');
}

function folded(title: string, content: Content): string {
  const inside = Object.entries(content).map(
    ([type, { schema }]) => `<p><code>${escapeHtml(type)}</code></p>\n${shape(schema)}`,
  );
  return ['<details>', `<summary>${withCode(title)}</summary>`, ...inside, '</details>'].join('\n');
}

/** A schema as JSON, in which references are links. */
function shape(schema: object): string {
  const text = escapeHtml(JSON.stringify(schema, null, 2));
  return `<pre tabindex="0">${text.replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    (whole, name: string) => `<a href="#${idOf(name)}">${whole}</a>`,
  )}</pre>`;
}

const idOf = (name: string) => escapeHtml(name.replaceAll(/[^\w-]+/g, '-'));
const linkTo = (name: string) => `<a href="#${idOf(name)}"><code>${escapeHtml(name)}</code></a>`;
const paragraph = (text: string) => `<p>${withCode(text)}</p>`;

/** Plain text as HTML; what is in backticks is code. */
function withCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]*)`/g, '<code>$1</code>');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

const style = `
body { margin: 0; font: 16px/24px 'Segoe UI', system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 960px; margin: 0 auto; padding: 16px; }
section { border-top: 1px solid #8888; }
summary { padding: 4px 0; cursor: pointer; }
pre { overflow: auto; max-height: 480px; padding: 12px; border: 1px solid #8888; font-size: 14px; line-height: 20px; }
`;
