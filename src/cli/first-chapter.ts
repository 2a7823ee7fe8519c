/** What `hopwise init` writes: a library's index, and a chapter whose own words say how it is read. */
export const firstFiles: Readonly<Record<string, string>> = {
  "index.md": `---
title: Our flows
summary: How a request reaches our system, and what breaks when one layer does.
order: [sign-in]
---

# Our flows

Every Markdown file in this folder with a Mermaid sequence diagram is a chapter. What stands here is shared by all of
them: failures that any request can meet belong into the table below.

| Failure | User sees | Recovery |
| --- | --- | --- |
| DNS down | "Server not found" | Switch to the second provider; the name's records are in the password store |
`,
  "sign-in.md": `# User signs in

A chapter is an ordinary Markdown file: it reads well wherever Markdown does, and Hopwise plays it. Each section called
"Hop" is a leg of the way; its diagram says what is sent, and its latency how long that takes.

## Hop 1 — Browser → gateway

\`\`\`mermaid
sequenceDiagram
    participant B as Browser
    participant D as DNS
    participant G as Gateway
    alt new connection
        B->>D: Where is app.example.org?
        D-->>B: 203.0.113.7
    else warm connection
        B->>B: Reuse the connection
    end
    B->>G: POST /sign-in
\`\`\`

- Latency: 10–40 ms

The two branches are a choice: pick one beside the stage and see what it changes.

## Hop 2 — Gateway → database

\`\`\`mermaid
sequenceDiagram
    participant G as Gateway
    participant A as App
    participant S as Sessions
    participant P as Postgres
    G->>A: POST /sign-in
    A->>P: SELECT user
    P-->>A: one row
    A->>S: Store the session
    S-->>A: OK
\`\`\`

- Latency: 5–20 ms

## Hop 3 — Back to the browser

\`\`\`mermaid
sequenceDiagram
    participant B as Browser
    participant G as Gateway
    participant A as App
    A-->>G: 200 and a cookie
    G-->>B: 200 and a cookie
\`\`\`

- Latency: 10–40 ms

## When this fails

Every row is a failure that can be switched on. Its words say which layer it strikes and what the user sees.

| Failure | User sees | Recovery |
| --- | --- | --- |
| Gateway down | 502 | Restart the gateway |
| App down | 503 | Restart the app; its last log lines say why it stopped |
| Postgres down | 500 errors on every sign-in | Fail over to the replica |
| Sessions down | Signed out again at once | Restart the session store; nobody's data is lost |
`,
};
