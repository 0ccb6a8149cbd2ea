import type { Manifest, Selector } from './manifest.js';
import { podLabelsOf } from './manifest.js';

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}
interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[];
}
interface Policy {
  readonly podSelector: Selector;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** Somebody who talks or is talked to: a pod of the release, one elsewhere in the cluster, or an address. */
export type Party =
  | { readonly labels: Readonly<Record<string, string>> }
  | { readonly labels: Readonly<Record<string, string>>; readonly namespace: Readonly<Record<string, string>> }
  | { readonly address: string };

/**
 * Whether network policies let one talk to another, as Kubernetes says it: a pod that no policy selects may do all, one that
 * is selected only what some policy allows; both ends must allow it.
 */
export function mayTalk(
  manifests: readonly Manifest[],
  from: Party,
  to: Party,
  port: number,
  protocol = 'TCP',
): boolean {
  const policies = manifests
    .filter((manifest) => manifest.kind === 'NetworkPolicy')
    .map((manifest) => manifest.spec as unknown as Policy);
  return oneWay(policies, 'Egress', from, to) && oneWay(policies, 'Ingress', to, from);

  function oneWay(all: readonly Policy[], type: 'Egress' | 'Ingress', subject: Party, other: Party): boolean {
    if ('address' in subject || 'namespace' in subject) return true;
    const selecting = all.filter(
      (policy) => policy.policyTypes.includes(type) && selects(policy.podSelector, subject.labels),
    );
    if (selecting.length === 0) return true;
    return selecting.some((policy) =>
      ((type === 'Egress' ? policy.egress : policy.ingress) ?? []).some((rule) => {
        const peers = type === 'Egress' ? rule.to : rule.from;
        const anybody = peers === undefined || peers.length === 0;
        return (anybody || peers.some((peer) => isPeer(peer, other))) && hasPort(rule, port, protocol);
      }),
    );
  }
}

/** A pod of one component of the rendered release. @throws Error if it renders none */
export function podOfComponent(manifests: readonly Manifest[], component: string): Party {
  const labels = manifests.map(podLabelsOf).find((found) => found['app.kubernetes.io/component'] === component);
  if (!labels) throw new Error(`There are no pods of ${component}.`);
  return { labels };
}

function hasPort({ ports }: Rule, port: number, protocol: string): boolean {
  if (ports === undefined || ports.length === 0) return true;
  return ports.some((allowed) => (allowed.protocol ?? 'TCP') === protocol && (allowed.port ?? port) === port);
}

function isPeer(peer: Peer, party: Party): boolean {
  if ('address' in party) {
    const { ipBlock } = peer;
    if (!ipBlock) return false;
    return (
      isWithin(party.address, ipBlock.cidr) && !(ipBlock.except ?? []).some((cidr) => isWithin(party.address, cidr))
    );
  }
  if (peer.ipBlock) return false;
  const namespace = 'namespace' in party ? party.namespace : undefined;
  if (peer.namespaceSelector ? !selects(peer.namespaceSelector, namespace ?? {}) : namespace !== undefined)
    return false;
  return peer.podSelector === undefined || selects(peer.podSelector, party.labels);
}

function selects({ matchLabels = {} }: Selector, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}

/** IPv4 only: what the tests ask. */
function isWithin(address: string, cidr: string): boolean {
  const [network = '', bits = '32'] = cidr.split('/');
  if (network.includes(':')) return false;
  const shift = 32 - Number(bits);
  return shift === 32 || number(address) >>> shift === number(network) >>> shift;
}

function number(address: string): number {
  return address.split('.').reduce((sum, part) => (sum << 8) | Number(part), 0) >>> 0;
}
