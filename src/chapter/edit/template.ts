/** A new chapter: it teaches the format in one screen, and everything in it plays. */
export const template = `# A request, end to end

Change anything: the stage follows. \`%% @\` speaks of the line below it.

## Hop 1 — Phone app → Gateway

\`\`\`mermaid
sequenceDiagram
  %% @layer phone
  actor App as Phone app
  %% @layer gateway
  participant GW as Gateway
  App->>GW: GET /tasks
\`\`\`
Latency: 20–60 ms

## Hop 2 — Gateway → Database

\`\`\`mermaid
sequenceDiagram
  participant GW as Gateway
  %% @layer database
  participant DB as Database
  opt not cached
    %% @on database-down: fail 503
    GW->>DB: SELECT tasks
    DB-->>GW: rows
  end
  GW-->>App: 200
\`\`\`
Latency: 5–15 ms

| Failure | User sees | Recovery |
|---|---|---|
| Database down | 503 from the gateway | Fail over to the replica |
`;
