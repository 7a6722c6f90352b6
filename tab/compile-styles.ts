import { tokens, typographyStyles } from '@fluentui/react-components';
import { resolveStyleRulesForSlots } from '@griffel/core';
import type { ESTree, Plugin } from 'vite';

type Styles = Parameters<typeof resolveStyleRulesForSlots>[0];
type Values = Readonly<Record<string, unknown>>;

/**
 * Turns what is given to `makeStyles` into classes and rules when the tab is built, as Fluent's own parts are delivered, so that no
 * browser does it before it can draw. Styles may use `tokens`, `typographyStyles` and plain constants of their file.
 */
export const compileStyles: Plugin = {
  name: 'compile-styles',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: { include: /\.tsx?$/, exclude: /node_modules/ }, code: /\bmakeStyles\(/ },
    handler(code) {
      const known: Record<string, unknown> = { tokens, typographyStyles };
      let compiled = code;
      for (const statement of this.parse(code).body) {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'VariableDeclaration') continue;
        for (const { id, init } of declared.declarations) {
          if (init?.type === 'Literal' && id.type === 'Identifier') known[id.name] = init.value;
          if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') continue;
          const [styles] = init.arguments;
          if (init.callee.name !== 'makeStyles' || styles === undefined) continue;
          const rules = resolveStyleRulesForSlots(valueOf(styles, known) as Styles);
          const call = `__styles(${rules.map((part) => JSON.stringify(part)).join()})`;
          compiled = compiled.replace(code.slice(init.start, init.end), () => call);
        }
      }
      return { code: `import { __styles } from '@fluentui/react-components';\n${compiled}`, map: null };
    },
  },
};

/** What an expression is when nothing has run. @throws when something has to run to know it */
function valueOf(node: ESTree.Node, known: Values): unknown {
  const value = (inner: ESTree.Node) => valueOf(inner, known);
  if (node.type === 'Literal') return node.value;
  if (node.type === 'Identifier' && node.name in known) return known[node.name];
  if (node.type === 'MemberExpression') {
    const key = node.computed ? value(node.property) : nameOf(node.property);
    return (value(node.object) as Values)[String(key)];
  }
  if (node.type === 'TemplateLiteral') {
    const filled = [...node.expressions.map((inner) => String(value(inner))), ''];
    return node.quasis.map((text, n) => `${text.value.cooked ?? ''}${filled[n] ?? ''}`).join('');
  }
  if (node.type === 'ArrayExpression') return node.elements.map((element) => element && value(element));
  if (node.type === 'ObjectExpression') {
    const parts = node.properties.map((property) => {
      if (property.type === 'SpreadElement') return value(property.argument) as Values;
      const key = property.computed ? value(property.key) : nameOf(property.key);
      return { [String(key)]: value(property.value) };
    });
    return Object.assign({}, ...parts);
  }
  throw new Error(`makeStyles: expected what is known without running it, found a ${node.type}`);
}

function nameOf(node: ESTree.Node): unknown {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? node.value : undefined;
}
