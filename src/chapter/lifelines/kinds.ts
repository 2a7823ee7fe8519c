import type { LayerKind } from "../../model/layer.ts";
import { plain } from "../words.ts";

/** Known words for parts of a system, the more telling first. */
const known: readonly (readonly [RegExp, LayerKind])[] = [
  [/\b(?:dns|coredns|resolver|resolv|nameserver|route ?53|bind|unbound)\b/, "dns"],
  [
    /\b(?:kube-?proxy|flannel|calico|cilium|istio|envoy sidecar|ufw|firewall|iptables|vpn|wireguard|nat|switch|network|netzwerk|reseau)\b/,
    "network",
  ],
  [/\b(?:cloudflare|cf|cdn|fastly|akamai|cloudfront|edge|varnish)\b/, "edge"],
  [
    /\b(?:nginx|traefik|ingress|haproxy|envoy|gateway|gw|load ?balancer|lb|alb|elb|caddy|reverse proxy|apache|kong)\b/,
    "gateway",
  ],
  [
    /\b(?:kafka|rabbitmq|rabbit|sqs|nats|queue|broker|pub\/?sub|warteschlange|file d'attente|file de messages|cola)\b/,
    "queue",
  ],
  [/\b(?:worker|workers|cron|sidekiq|celery|consumer|job runner|scheduler)\b/, "worker"],
  [
    /\b(?:postgres|postgresql|mysql|mariadb|redis|valkey|memcached|mongo|\w*db|sqlite|cassandra|elasticsearch|opensearch|s3|b2|bucket|blob|neon|database|db|datenbank|base de donnees|base de datos|cache|storage|store|speicher|object storage)\b/,
    "store",
  ],
  [/\b(?:endpoint|webhook)\b/, "service"],
  [
    /\b(?:client|app|browser|user|phone|mobile|customer|nutzer|benutzer|kunde|utilisateur|usuario|navegador|navigateur|shopper|visitor|reader|device|cli|curl)\b/,
    "client",
  ],
  [
    /\b(?:api|services?|svc|server|endpoint|pod|backend|frontend|bff|lambda|function|dienst|servicio|microservice|auth|app server)\b/,
    "service",
  ],
  [/\b(?:node|kernel|nic|host|vm|knoten|noeud|nodo)\b/, "node"],
];

/** What kind of part a lifeline is, by a well-known word in its name. Undefined when no word tells. */
export function kindByName(label: string, id: string): LayerKind | undefined {
  const core = plain(label.replace(/\([^()]*\)/g, " "));
  for (const text of [core, id.toLowerCase()]) {
    const hit = known.find(([pattern]) => pattern.test(text));
    if (hit) return hit[1];
  }
  return undefined;
}
