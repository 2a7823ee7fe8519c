export interface Snippet {
  readonly name: string;
  /** A few words on what it shows. */
  readonly detail: string;
  readonly text: string;
}

const fence = (title: string, latency: string, lines: readonly string[]): string =>
  `## ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n${lines.map((line) => `  ${line}`).join("\n")}\n\`\`\`\n\n- Latency: ${latency}\n`;

/** Hops that most paths have, ready to be changed. */
export const snippets: readonly Snippet[] = [
  {
    name: "DNS look-up",
    detail: "a name becomes an address",
    text: fence("Hop 1 — Client → DNS", "<1 ms warm, ~40 ms cold", [
      "%% @layer client",
      "participant App as Client",
      "%% @layer dns",
      "participant DNS as DNS resolver",
      "App->>DNS: A api.example.com",
      "DNS-->>App: 203.0.113.7",
    ]),
  },
  {
    name: "TLS handshake",
    detail: "one round trip before the request",
    text: fence("Hop 2 — Client → Edge", "20–60 ms", [
      "%% @layer client",
      "participant App as Client",
      "%% @layer edge",
      "participant Edge as Edge",
      "App->>Edge: ClientHello",
      "Edge-->>App: ServerHello, certificate",
      "App->>Edge: GET /tasks",
    ]),
  },
  {
    name: "Load balancer",
    detail: "one of several nodes takes the request",
    text: fence("Hop 3 — Load balancer → Service", "1–3 ms", [
      "%% @layer load-balancer",
      "participant LB as Load balancer",
      "%% @layer service",
      "participant API as Service",
      "%% @via node-network",
      "LB->>API: GET /tasks",
      "API-->>LB: 200",
    ]),
  },
  {
    name: "Cache hit or miss",
    detail: "two branches, one is the default",
    text: fence("Hop 4 — Service → Cache", "2–30 ms", [
      "%% @layer service",
      "participant API as Service",
      "%% @layer cache",
      "participant Cache as Cache",
      "%% @layer database",
      "participant DB as Database",
      "API->>Cache: GET tasks",
      "%% @default",
      "alt Cache hit",
      "  Cache-->>API: tasks",
      "else Cache miss",
      "  Cache-->>API: nothing",
      "  API->>DB: SELECT tasks",
      "  DB-->>API: rows",
      "end",
    ]),
  },
  {
    name: "Queue",
    detail: "work that the answer does not wait for",
    text: fence("Hop 5 — Service → Queue", "1–2 ms", [
      "%% @layer service",
      "participant API as Service",
      "%% @layer queue",
      "participant Queue as Queue",
      "%% @layer worker",
      "participant Worker as Worker",
      "%% @effect",
      "API-)Queue: notify the team",
      "Queue-)Worker: notify the team",
    ]),
  },
  {
    name: "Database",
    detail: "a query with a timeout and a retry",
    text: fence("Hop 6 — Service → Database", "5–20 ms", [
      "%% @layer service",
      "participant API as Service",
      "%% @layer database",
      "participant DB as Database",
      "%% @timeout 5 s",
      "%% @retry 1",
      "API->>DB: SELECT tasks",
      "DB-->>API: rows",
    ]),
  },
  {
    name: "Failure table",
    detail: "what fails, what users see, what to do",
    text: "| Failure | User sees | Recovery |\n|---|---|---|\n| Database down | 500 | Fail over to the replica |\n",
  },
];

/** A new chapter: small enough to be read at a glance, and everything in it plays. */
export const template = `---
summary: What this chapter shows, in one sentence.
---

# A request, end to end

Change anything: the stage beside this text follows. A heading that begins with "Hop" is a hop,
an arrow is a message, and everything else is shown as notes.

## Hop 1 — App → Gateway

\`\`\`mermaid
sequenceDiagram
  %% @layer phone
  actor App as Phone app
  %% @layer gateway
  participant GW as Gateway
  App->>GW: GET /tasks
\`\`\`

- Latency: 20–60 ms

## Hop 2 — Gateway → Database

Lines that begin with %% @ say more about the line below them. Type one to see what there is.

\`\`\`mermaid
sequenceDiagram
  %% @layer phone
  actor App as Phone app
  %% @layer gateway
  participant GW as Gateway
  %% @layer database
  participant DB as Database
  %% @timeout 5 s
  GW->>DB: SELECT tasks
  DB-->>GW: rows
  GW-->>App: 200
\`\`\`

- Latency: 5–15 ms

## What can fail

| Failure | User sees | Recovery |
|---|---|---|
| Gateway down | connection refused | Restart the gateway |
| Database down | 500 | Fail over to the replica |
`;
