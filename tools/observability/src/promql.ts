import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode } from '@lezer/common';

/** What an expression reads: a metric, and the labels that it is asked for by. */
export interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];
}

/**
 * Everything that a PromQL expression selects, by Prometheus's own grammar.
 *
 * @throws Error where it is no PromQL
 */
export function selectorsOf(expression: string): Selector[] {
  const selectors: Selector[] = [];
  const text = (node: SyntaxNode) => expression.slice(node.from, node.to);
  parser.parse(expression).iterate({
    enter: ({ type, node }) => {
      if (type.isError) {
        throw new Error(`no PromQL at «${expression.slice(node.from, node.from + 30)}»: ${expression}`);
      }
      if (type.name !== 'VectorSelector') return;
      const name = node.getChild('Identifier');
      const labels = descendants(node, 'LabelName').map(text);
      selectors.push({ metric: name === null ? '' : text(name), labels });
    },
  });
  return selectors;
}

function descendants(node: SyntaxNode, name: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((inner) => {
    if (inner.name === name && inner.from >= node.from && inner.to <= node.to) found.push(inner.node);
  });
  return found;
}

/** A panel's query with values for Grafana's variables, as Grafana would send it. */
export function withoutVariables(expr: string): string {
  return expr.replaceAll('$__rate_interval', '5m').replace(/"\$(\w+)"/g, '".*"');
}
