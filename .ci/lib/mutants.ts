// Every small change of a source file that a test ought to notice: conditions, comparisons, booleans, arithmetic,
// literals, blocks, return values, calls, optional chaining. Finds them; changes nothing. Types are left alone.
import { parseSync } from 'oxc-parser';
import { expressionChanges, type Node } from './mutant-operators.ts';

export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  /** The range of the source that `text` stands for. */
  readonly start: number;
  readonly end: number;
  /** An expression is chosen in its place; `block` and `statement` are left out. */
  readonly kind: 'expression' | 'block' | 'statement';
  readonly from: string;
  readonly text: string;
}

type Found = Omit<Mutant, 'id' | 'file' | 'line' | 'from'>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const range = ({ start, end }: Node) => ({ start, end });

/** Wrappers of types around a value; every other node of TypeScript is a type. */
const typed = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression']);
const skipped = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ObjectPattern', 'ArrayPattern', 'ImportExpression']);

/** @param firstId of the first mutant; the rest follow in the order of the file. */
export function mutantsOf(file: string, source: string, firstId: number): Mutant[] {
  const found = new Map<string, Found>();
  const add = (change: Found) => {
    const name = `${change.start} ${change.end} ${change.text}`;
    if (source.slice(change.start, change.end) !== change.text && !found.has(name)) found.set(name, change);
  };
  visit(parseSync(file, source).program as unknown as Node, { wrap: false, chain: false });
  return [...found.values()]
    .sort((one, two) => one.start - two.start || two.end - one.end)
    .map((change, index) => ({
      ...change,
      id: firstId + index,
      file,
      line: source.slice(0, change.start).split('\n').length,
      from: source.slice(change.start, change.end),
    }));

  /** `wrap`: a value stands here that may be put in brackets. `chain`: inside `a?.b.c`, which brackets would cut. */
  function visit(node: Node, place: { readonly wrap: boolean; readonly chain: boolean }): void {
    if (skipped.has(node.type) || (node.type.startsWith('TS') && !typed.has(node.type))) return;
    if (place.wrap) for (const change of expressionChanges(node, source)) add({ ...change, kind: 'expression' });
    statementChanges(node);
    for (const [key, child] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'returnType' || key === 'typeParameters' || key === 'typeArguments') continue;
      for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) visit(one, placeOf(node, key, place.chain));
    }
  }

  function statementChanges(node: Node): void {
    if (node.type === 'BlockStatement' && (node.body as Node[]).length > 0)
      add({ operator: 'block', kind: 'block', start: node.start, end: node.end, text: '{}' });
    if (node.type === 'ExpressionStatement' && /^(?:Call|Await|Assignment)/.test((node.expression as Node).type))
      add({ operator: 'call', kind: 'statement', start: node.start, end: node.end, text: '' });
    const { test, argument } = node as unknown as { readonly test?: Node | null; readonly argument?: Node | null };
    // A loop that never ends is noticed by anybody.
    const both = node.type === 'IfStatement' || node.type === 'ConditionalExpression';
    if (test && (both || /^(?:While|For)Statement$/.test(node.type)))
      for (const text of both ? ['true', 'false'] : ['false']) add({ ...range(test), operator: 'condition', kind: 'expression', text });
    if (node.type === 'ReturnStatement' && argument && argument.type !== 'Literal')
      add({ ...range(argument), operator: 'value', kind: 'expression', text: 'undefined' });
    if (node.type === 'ArrowFunctionExpression' && node.expression === true)
      add({ ...range(node.body as Node), operator: 'value', kind: 'expression', text: 'undefined' });
    const body = node.type === 'SwitchCase' ? (node.consequent as Node[]) : [];
    const [first, last] = [body[0], body.at(-1)];
    if (first && last) add({ operator: 'case', kind: 'statement', start: first.start, end: last.end, text: '' });
  }
}

function placeOf(parent: Node, key: string, chain: boolean): { wrap: boolean; chain: boolean } {
  const along = (key === 'object' || key === 'callee') && (chain || parent.type === 'ChainExpression');
  if (parent.type === 'ChainExpression') return { wrap: false, chain: true };
  if (along) return { wrap: false, chain: true };
  return { wrap: mayWrap(parent, key), chain: false };
}

/** Where a value in brackets means the same: not what is called, written to, declared or named. */
function mayWrap(parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return key === 'arguments';
    case 'MemberExpression':
      return key === 'object' || (key === 'property' && parent.computed === true);
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return key === 'right';
    case 'VariableDeclarator':
      return key === 'init';
    case 'Property':
    case 'PropertyDefinition':
      return key === 'value' && parent.shorthand !== true && parent.method !== true;
    case 'ForOfStatement':
      return key === 'right';
    case 'ForStatement':
      return key === 'test' || key === 'update';
    case 'ExpressionStatement':
      return parent.directive == null;
    case 'ArrowFunctionExpression':
      return key === 'body' && parent.expression === true;
    case 'UpdateExpression':
    case 'TemplateElement':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'CatchClause':
    case 'BlockStatement':
    case 'Program':
    case 'LabeledStatement':
    case 'BreakStatement':
      return false;
    default:
      return true;
  }
}
