import { describe, expect, it } from "vitest";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { sampleRun } from "../../../src/engine/sample-run.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";
import { printPath, printTrace } from "../../fixtures/print-trace.ts";

function play(text: string, fail?: string, chosen?: string) {
  const { scenario, system } = readFlow(text);
  const trace = simulate(scenario, system, readRun(fail, chosen));
  return { trace, verdict: getVerdict(scenario, system, trace) };
}

function path(text: string, fail?: string, chosen?: string): string[] {
  return printPath(play(text, fail, chosen).trace).split("\n");
}

function times(text: string, fail?: string, chosen?: string): string[] {
  return printTrace(play(text, fail, chosen).trace).split("\n");
}

const read = `
  client app
  service api
  store cache
  store db
  app -> api : GET 10ms
  api -> cache : GET 1ms
  alt hit
    cache --> api : cached
  else miss
    api -> db : SELECT 20ms
    db --> api : rows
    api -> cache : SET [effect]
  end
  api --> app : 200
  ! cache-down cache refused [continue]
  ! db-down db error 500
`;

describe("forks", () => {
  it("take the first branch, or the chosen one", () => {
    expect(path(read)).toEqual([
      "1.1 app -> api : GET",
      "1.2 api -> cache : GET",
      "1.3 cache --> api : cached",
      "1.7 api --> app : 200",
    ]);
    expect(path(read, "", "hit-8=miss")).toHaveLength(6);
  });

  it("leave a branch that starts with an answer from one that is down", () => {
    const { trace, verdict } = play(read, "cache-down", "hit-8=hit");
    expect(printPath(trace).split("\n")).toEqual([
      "1.1 app -> api : GET",
      "1.2 api -> cache : GET = failed cache-down",
      "1.4 api -> db : SELECT",
      "1.5 db --> api : rows",
      "1.6 api -> cache : SET = skipped cache-down",
      "1.7 api --> app : 200",
    ]);
    expect(trace.decisions).toMatchObject([
      { taken: "miss", why: "answererDown", overruled: "hit", fault: "cache-down" },
    ]);
    expect(verdict.outcome).toBe("degraded");
    expect(verdict.lost).toEqual(["SET"]);
    expect(verdict.overruled).toHaveLength(1);
    expect(verdict.because.map((each) => each.rule)).toContain("choice-overruled");
  });

  it("take the branch that a reaction names", () => {
    const text = read.replace("GET 1ms", "GET 1ms [on cache-down take miss]").replace(" [continue]", "");
    const { trace, verdict } = play(text, "cache-down");
    expect(trace.decisions).toMatchObject([{ taken: "miss", why: "fault" }]);
    expect(verdict.outcome).toBe("degraded");
  });

  it("opt is played unless it says no; break only when chosen, and then it ends the scenario", () => {
    const text = `
      app -> api : a
      opt maybe
        api -> x : b
      end
      opt seldom [default no]
        api -> x : c
      end
      break not found
        api --> app : 404
      end
      api --> app : 200
    `;
    expect(path(text)).toEqual(["1.1 app -> api : a", "1.2 api -> x : b", "1.5 api --> app : 200"]);
    expect(path(text, "", "not-found-9=yes").at(-1)).toBe("1.4 api --> app : 404");
    expect(play(text, "", "not-found-9=yes").verdict.outcome).toBe("ok");
    expect(path(text, "", "maybe-3=no, seldom-6=yes")).toContain("1.3 api -> x : c");
  });

  it("a break that names what went wrong is how the failure ends", () => {
    const text = `
      client app
      app -> api : a
      api -> pay : charge
      pay --> api : done
      break payment times out
        api --> app : 504 try again
      end
      api --> app : 200
      ! pay-gone pay unreachable
    `;
    const { trace, verdict } = play(text, "pay-gone");
    expect(printPath(trace).split("\n")).toEqual([
      "1.1 app -> api : a",
      "1.2 api -> pay : charge = failed pay-gone",
      "1.3 pay --> api : done = skipped pay-gone",
      "1.4 api --> app : 504 try again",
      "1.5 api --> app : 200 = neverReached",
    ]);
    expect([verdict.outcome, verdict.status]).toEqual(["failed", 504]);
  });

  it("an option is taken when its text names the fault or what went wrong", () => {
    const text = `
      client app
      app -> api : a
      critical connect
        api -> db : open
        db --> api : ok
      option timeout
        api -> api : log
      option db refuses connections
        api -> api : use the replica
      end
      api --> app : 200
      ! db-refuses db refused
      ! db-silent db unreachable
      ! db-fails db error 503
    `;
    expect(path(text, "db-refuses")).toEqual([
      "1.1 app -> api : a",
      "1.2 api -> db : open = failed db-refuses",
      "1.3 db --> api : ok = skipped db-refuses",
      "1.5 api -> api : use the replica",
      "1.6 api --> app : 200",
    ]);
    expect(path(text, "db-silent")).toContain("1.4 api -> api : log");
    expect(play(text, "db-refuses").verdict.outcome).toBe("degraded");
    expect(play(text, "db-fails").verdict.outcome).toBe("failed");
  });
});

describe("a ring of reactions", () => {
  it("plays every branch once and then fails", () => {
    const text = `
      client app
      alt one
        app -> a : x [on a-down take two]
      else two
        app -> a : y [on a-down take one]
      end
      ! a-down a refused
    `;
    const { trace, verdict } = play(text, "a-down");
    expect(printPath(trace).split("\n")).toEqual([
      "1.1 app -> a : x = failed a-down",
      "1.2 app -> a : y = failed a-down",
    ]);
    expect(verdict.outcome).toBe("failed");
  });
});

describe("loops and threads", () => {
  it("a loop counts only when it says so; many rounds are folded into one pass", () => {
    expect(path("app -> a : x\nloop 3 times\na -> a : work 2ms\nend")).toEqual([
      "1.1 app -> a : x",
      "1.2 a -> a : work (1/3)",
      "1.2 a -> a : work (2/3)",
      "1.2 a -> a : work (3/3)",
    ]);
    expect(path("loop every minute\na -> a : work\nend")).toEqual(["1.1 a -> a : work"]);
    expect(times("loop 50×\na -> a : work 2..4ms\nend")).toEqual(["1.1 a -> a : work (1/50) | 0 → 100..200"]);
    expect(times("# 1 all 100ms\nloop 50×\na -> a : work\nend")).toEqual(["1.1 a -> a : work (1/50) | 0 → 100"]);
  });

  it("threads run together and last as long as the longest", () => {
    expect(times("par one\na -> b : x 5..20ms\nand two\na -> c : y 10..15ms\nend\nb --> a : ok\nc --> a : ok")).toEqual(
      [
        "1.1 a -> b : x | 0 → 5..20",
        "1.2 a -> c : y | 0 → 10..15",
        "1.3 b --> a : ok | 10..20 → 10..20",
        "1.4 c --> a : ok | 10..20 → 10..20",
      ],
    );
  });

  it("a thread that fails lets the others finish, and the failure travels on at the join", () => {
    const text = `
      client app
      # 1 in 10ms
      app -> api : a
      # 2 work
      par one
        api -> b : x 5ms
        b --> api : ok
      and two
        api -> c : y 30ms
        c --> api : ok
      end
      # 3 out
      api --> app : 200
      ! b-down b error 500
    `;
    expect(times(text, "b-down")).toEqual([
      "1.1 app -> api : a | 0 → 10",
      "2.1 api -> b : x = failed b-down | 10 → 15",
      "2.2 b --> api : ok = neverReached | 15 → 15",
      "2.3 api -> c : y | 10 → 40",
      "2.4 c --> api : ok | 40 → 40",
      "2.+ api --> app : 500 = added b-down over 1 | 40 → 50",
      "3.1 api --> app : 200 = neverReached | 50 → 50",
    ]);
  });
});

describe("async work", () => {
  const text = `
    client app
    app -> api : POST 10ms
    api -) queue : job 5ms
    queue -) worker : hand over 5ms
    worker -) worker : send 100ms
    api --> app : 202 10ms
    ! queue-down queue refused
    ! api-down api error 500
  `;
  it("runs on its own clock, a worker one job at a time, and nobody waits for it", () => {
    expect(times(text)).toEqual([
      "1.1 app -> api : POST | 0 → 10",
      "1.2 api -) queue : job | 10 → 15",
      "1.3 queue -) worker : hand over | 15 → 20",
      "1.4 worker -) worker : send | 20 → 120",
      "1.5 api --> app : 202 | 10 → 20",
    ]);
    const { trace } = play(text);
    expect([trace.drawnTotal, trace.drawnEnd]).toEqual([20, 120]);
  });

  it("that fails does not change the answer, but is lost", () => {
    const { trace, verdict } = play(text, "queue-down");
    expect(printPath(trace).split("\n")).toEqual([
      "1.1 app -> api : POST",
      "1.2 api -) queue : job = lost queue-down",
      "1.3 queue -) worker : hand over = skipped queue-down",
      "1.4 worker -) worker : send = skipped queue-down",
      "1.5 api --> app : 202",
    ]);
    expect([verdict.outcome, verdict.lost]).toEqual(["degraded", ["job"]]);
  });

  it("in a block dies within its block", () => {
    const block =
      "client app\napp -> api : a\nrect [async]\nworker -> q : pop\nworker -> mail : send [effect]\nend\napi --> app : 200\n! q-down q error 500";
    const { trace, verdict } = play(block, "q-down");
    expect(printPath(trace).split("\n")).toEqual([
      "1.1 app -> api : a",
      "1.2 worker -> q : pop = lost q-down",
      "1.3 worker -> mail : send = neverReached",
      "1.4 api --> app : 200",
    ]);
    expect(verdict.outcome).toBe("degraded");
  });
});

describe("timeouts, retries and reactions", () => {
  const chain = `
    client app
    gateway edge
    # 1 in 5ms
    app -> edge : GET
    # 2 to the api 10ms
    edge -> api : GET [timeout 2s; retry 1]
    # 3 to the db 20ms
    api -> db : SELECT
    db --> api : rows
    api --> edge : 200
    edge --> app : 200
    ! db-slow db slow [+5s]
    ! db-slower db slow [x10]
    ! db-gone db unreachable
    ! db-error db error 500
    ! api-gone api unreachable
  `;
  it("a caller waits out its timeout, once per attempt", () => {
    const { trace } = play(chain, "api-gone");
    expect(
      printTrace(trace)
        .split("\n")
        .filter((line) => /^(2\.1|2\.\+)/.test(line)),
    ).toEqual([
      "2.1 edge -> api : GET = failed api-gone ×2 | 5 → 4005",
      "2.+ edge --> app : an error, status not documented = added api-gone over 1 | 4005 → 4010",
    ]);
    expect(trace.messages[1]?.wait).toEqual({ min: 4000, max: 4000 });
  });

  it("a caller gives up when a fault makes the answer too late", () => {
    const { trace, verdict } = play(chain, "db-slow");
    expect(trace.messages[1]).toMatchObject({ outcome: "failed", fault: "db-slow", attempts: 2 });
    expect([verdict.outcome, verdict.hop, verdict.waited]).toEqual(["failed", 2, { min: 4010, max: 4010 }]);
    expect(play(chain, "db-slower").verdict.outcome).toBe("slow");
  });

  it("an answer that nobody states an end of is cut off at its caller's timeout, in the drawn and the sampled run too", () => {
    const text = `
      client app
      # 1 out
      db -> app : m [timeout 20ms]
      # 2 back
      app --> db : m 0..10ms
      ! app-lost app lost [continue]
    `;
    const { trace } = play(text, "app-lost");
    expect(trace.messages[1]).toMatchObject({ end: { min: 20, max: 20 }, drawn: { start: 20, end: 20 } });
    const { scenario, system } = readFlow(text);
    const { sorted } = sampleRun(scenario, system, readRun("app-lost"), 20);
    expect([sorted[0], sorted.at(-1)]).toEqual([20, 20]);
  });

  it("a failure further on is tried again as a whole, which takes as long again", () => {
    expect(times(chain, "db-error").slice(2, 7)).toEqual([
      "3.1 api -> db : SELECT = failed db-error | 15 → 35",
      "3.2 db --> api : rows = neverReached | 35 → 35",
      "3.3 api --> edge : 200 = neverReached | 35 → 35",
      "3.4 edge --> app : 200 = neverReached | 35 → 35",
      "3.+ api --> edge : 500 = added db-error over 2 | 35 → 45",
    ]);
    expect(times(chain, "db-error").slice(7)).toEqual([
      "3.+ edge -> edge : tried once more, same result = added db-error | 45 → 85",
      "3.+ edge --> app : 500 = added db-error over 1 | 85 → 90",
    ]);
  });

  it("a caller on the way back may go on, or answer with a status of its own", () => {
    const goesOn = chain.replace("retry 1", "on db-error continue");
    expect(path(goesOn, "db-error").at(-1)).toBe("3.4 edge --> app : 200");
    const says = chain.replace("retry 1", "on db-error fail 503");
    expect(path(says, "db-error").slice(-2)).toEqual([
      "3.+ api --> edge : 500 = added db-error over 2",
      "3.+ edge --> app : 503 = added db-error over 1",
    ]);
    expect(play(says, "db-error").verdict.status).toBe(503);
  });

  it("a place may say how much longer a fault makes it", () => {
    const text = "client app\napp -> api : a 10ms [on api-gone +200ms]\napi --> app : 200\n! api-gone api unreachable";
    expect(play(text, "api-gone").verdict).toMatchObject({ outcome: "slow", waited: { min: 210, max: 210 } });
  });

  it("never gives up without a fault, however the figures disagree", () => {
    expect(play(chain.replace("20ms", "20s")).verdict.outcome).toBe("ok");
  });
});

describe("two faults at once", () => {
  it("the worst decides, and an earlier one at equal rank", () => {
    const text =
      "client app\napp -> a : x 1ms\na -> b : y 1ms\nb --> a : ok\na --> app : 200\n! a-slow a slow [+5ms]\n! b-slow b slow [+9ms]\n! b-part b error 500 [share some]";
    expect(play(text, "b-slow, a-slow").verdict.fault).toBe("a-slow");
    const { verdict } = play(text, "a-slow, b-part");
    expect([verdict.outcome, verdict.fault, verdict.share]).toEqual(["partial", "b-part", "some"]);
  });

  it("a call back is a call, and answers stay with the one who asked", () => {
    const text =
      "client app\napp -> a : x\na -> b : y\nb -> app : webhook\napp --> b : ok\nb --> a : ok\na --> app : 200";
    expect(play(text).trace.messages.map((message) => message.role)).toEqual([
      "call",
      "call",
      "call",
      "answer",
      "answer",
      "answer",
    ]);
  });
});

describe("branches that name a failure in the author's language", () => {
  const german = (option: string) => `
    client app
    service api
    store redis
    store postgres
    app -> api : GET
    critical Sitzung lesen
      api -> redis : GET
      redis --> api : Sitzung
    option ${option}
      api -> api : neue Sitzung
    end
    api --> app : 200
    ! redis-nicht-erreichbar redis unreachable
  `;

  it.each(["Redis nicht erreichbar", "Redis ist gerade nicht erreichbar", "Zeitüberschreitung", "redis fällt aus"])(
    "%s",
    (option) => expect(play(german(option), "redis-nicht-erreichbar").verdict.outcome).toBe("degraded"),
  );

  it.each(["Postgres nicht erreichbar", "Benutzer unbekannt"])("not %s", (option) =>
    expect(play(german(option), "redis-nicht-erreichbar").verdict.outcome).toBe("failed"),
  );

  it("matches Japanese, which is written without blanks", () => {
    const text = german("Redisに接続できない場合").replace("redis-nicht-erreichbar redis", "redis-down redis");
    expect(play(text, "redis-down").verdict.outcome).toBe("degraded");
  });
});
