// The changes of one expression. Each is a text that may stand in the expression's place.

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Change {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const comparisons: ReadonlyMap<string, readonly string[]> = new Map([
  ['===', ['!==']],
  ['!==', ['===']],
  ['<', ['<=', '>=']],
  ['<=', ['<', '>']],
  ['>', ['>=', '<=']],
  ['>=', ['>', '<']],
]);
const arithmetic: ReadonlyMap<string, string> = new Map([
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['%', '*'],
  ['>>>', '<<'],
]);
const methods: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['toLowerCase', 'toUpperCase'],
  ['min', 'max'],
  ['max', 'min'],
]);
/** Calls that leave their object as it is when they are taken away. */
const removable = new Set(['slice', 'filter', 'trim', 'sort', 'padStart', 'replace', 'map', 'toLowerCase']);

/** All changes of this one node, not of those inside it. */
export function expressionChanges(node: Node, source: string): Change[] {
  const text = (part: Node) => source.slice(part.start, part.end);
  const change = (operator: string, ...texts: readonly string[]): Change[] =>
    texts.map((put) => ({ operator, start: node.start, end: node.end, text: put }));
  return own();

  function own(): Change[] {
    switch (node.type) {
      case 'BinaryExpression':
        return binary();
      case 'LogicalExpression': {
        const [left, right] = [text(node.left as Node), text(node.right as Node)];
        if (node.operator === '??') return change('logical', `(${left}) && (${right})`, left);
        const other = node.operator === '&&' ? '||' : '&&';
        return [...change('logical', `(${left}) ${other} (${right})`), ...change('condition', 'true', 'false')];
      }
      case 'UnaryExpression':
        return node.operator === '!' || node.operator === '-' ? change('unary', text(node.argument as Node)) : [];
      case 'UpdateExpression':
        return change(
          'update',
          text(node).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
        );
      case 'AssignmentExpression':
        return node.operator === '+=' ? change('update', text(node).replace('+=', '-=')) : [];
      case 'Literal':
        return literal();
      case 'TemplateLiteral':
        return text(node) === '``' ? change('text', '`mutant`') : change('text', '``');
      case 'ArrayExpression':
        return change('array', (node.elements as unknown[]).length > 0 ? '[]' : '["mutant"]');
      case 'ObjectExpression':
        return (node.properties as unknown[]).length > 0 ? change('object', '({})') : [];
      case 'ChainExpression':
        return [...text(node).matchAll(/\?\.(?=([[(])?)/g)].flatMap(({ index, 1: open }) =>
          change('chain', `${text(node).slice(0, index)}${open ? '' : '.'}${text(node).slice(index + 2)}`),
        );
      case 'CallExpression':
        return call();
      default:
        return [];
    }
  }

  function binary(): Change[] {
    const { operator } = node as unknown as { operator: string };
    const [left, right] = [node.left as Node, node.right as Node];
    const other = comparisons.get(operator);
    if (other) {
      const turned = other.flatMap((sign) => change('comparison', `${text(left)} ${sign} ${text(right)}`));
      return [...turned, ...change('condition', 'true', 'false')];
    }
    const sign = arithmetic.get(operator);
    return sign ? change('arithmetic', `${text(left)} ${sign} ${text(right)}`) : [];
  }

  function literal(): Change[] {
    const { value, regex } = node as { value?: unknown; regex?: { pattern: string; flags: string } };
    if (typeof value === 'boolean') return change('boolean', String(!value));
    if (typeof value === 'string') return change('text', value === '' ? '"mutant"' : '""');
    return regex ? expressions(regex.pattern).flatMap((pattern) => change('regex', `/${pattern}/${regex.flags}`)) : [];
  }

  function call(): Change[] {
    const callee = node.callee as Node;
    const property = callee.type === 'MemberExpression' && callee.computed !== true ? (callee.property as Node) : null;
    if (!property || callee.optional === true) return [];
    const name = text(property);
    const renamed = methods.get(name);
    const put = renamed ? change('method', source.slice(node.start, property.start) + renamed + source.slice(property.end, node.end)) : [];
    return removable.has(name) ? [...put, ...change('method', text(callee.object as Node))] : put;
  }
}

/** A regular expression without an anchor, with a class turned round, or with a repetition that is not one. */
function expressions(pattern: string): string[] {
  const turned: string[] = [];
  if (pattern.startsWith('^')) turned.push(pattern.slice(1));
  if (/(?<!\\)\$$/.test(pattern)) turned.push(pattern.slice(0, -1));
  for (const { index } of pattern.matchAll(/\\[dsw]/g))
    turned.push(pattern.slice(0, index + 1) + (pattern[index + 1] ?? '').toUpperCase() + pattern.slice(index + 2));
  for (const { index } of pattern.matchAll(/(?<!\\)\[(?!\^)/g)) turned.push(`${pattern.slice(0, index + 1)}^${pattern.slice(index + 1)}`);
  for (const { 0: all, index } of pattern.matchAll(/(?<=[\])dsw])(?:[*+?]|\{[\d,]+\})/g))
    turned.push(pattern.slice(0, index) + pattern.slice(index + all.length));
  return turned;
}
