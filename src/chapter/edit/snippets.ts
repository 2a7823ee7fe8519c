export type SnippetPart = "caller" | "client" | "new";

export interface SnippetParticipant {
  readonly id: string;
  readonly label: string;
  readonly layer: string;
  /** `client` and `caller` stand for whoever that is in the chapter: its client, and what works at the cursor. */
  readonly part: SnippetPart;
}

export interface HopSnippet {
  readonly kind: "hop";
  readonly name: string;
  /** A few words on what it shows. */
  readonly detail: string;
  readonly latency: string;
  /** The first one calls the second: that is the hop's title. */
  readonly participants: readonly SnippetParticipant[];
  readonly lines: readonly string[];
}

export interface FailureSnippet {
  readonly kind: "failure";
  readonly name: string;
  readonly detail: string;
}

export type Snippet = HopSnippet | FailureSnippet;

const client: SnippetParticipant = { id: "App", label: "Phone app", layer: "phone", part: "client" };
const service: SnippetParticipant = { id: "API", label: "Service", layer: "service", part: "caller" };
const database: SnippetParticipant = { id: "DB", label: "Database", layer: "database", part: "new" };
const part = (id: string, label: string, layer: string): SnippetParticipant => ({ id, label, layer, part: "new" });

/** Hops that most paths have, ready to be changed. */
export const snippets: readonly Snippet[] = [
  {
    kind: "hop",
    name: "DNS look-up",
    detail: "a name becomes an address",
    latency: "<1 ms warm, ~40 ms cold",
    participants: [client, part("DNS", "DNS resolver", "dns")],
    lines: ["App->>DNS: A api.example.com", "DNS-->>App: 203.0.113.7"],
  },
  {
    kind: "hop",
    name: "TLS handshake",
    detail: "one round trip before the request",
    latency: "20–60 ms",
    participants: [client, part("Edge", "Edge", "edge")],
    lines: ["App->>Edge: ClientHello", "Edge-->>App: ServerHello, certificate", "App->>Edge: GET /tasks"],
  },
  {
    kind: "hop",
    name: "Load balancer",
    detail: "one of several nodes takes the request",
    latency: "1–3 ms",
    participants: [service, part("LB", "Load balancer", "load-balancer"), part("Node", "One of its nodes", "node")],
    lines: [
      "API->>LB: GET /tasks",
      "%% @via node-network",
      "LB->>Node: GET /tasks",
      "Node-->>LB: 200",
      "LB-->>API: 200",
    ],
  },
  {
    kind: "hop",
    name: "Cache hit or miss",
    detail: "two branches, one is the default",
    latency: "2–30 ms",
    participants: [service, part("Cache", "Cache", "cache"), database],
    lines: [
      "API->>Cache: GET tasks",
      "%% @default",
      "alt Cache hit",
      "  Cache-->>API: tasks",
      "else Cache miss",
      "  Cache-->>API: nothing",
      "  API->>DB: SELECT tasks",
      "  DB-->>API: rows",
      "end",
    ],
  },
  {
    kind: "hop",
    name: "Queue",
    detail: "work that the answer does not wait for",
    latency: "1–2 ms",
    participants: [service, part("Queue", "Queue", "queue"), part("Worker", "Worker", "worker")],
    lines: ["%% @effect", "API-)Queue: notify the team", "Queue-)Worker: notify the team"],
  },
  {
    kind: "hop",
    name: "Database",
    detail: "a query with a timeout and a retry",
    latency: "5–20 ms",
    participants: [service, database],
    lines: ["%% @timeout 5 s", "%% @retry 1", "API->>DB: SELECT tasks", "DB-->>API: rows"],
  },
  { kind: "failure", name: "Failure row", detail: "what fails, what users see, what to do" },
];
