import "hopwise/element";
import { useState } from "react";
import "./flow.css";

export function TaskPage() {
  const [redisIsDown, setRedisIsDown] = useState(true);
  const [verdict, setVerdict] = useState("");
  const goDark = () => document.documentElement.setAttribute("data-theme", "dark");
  return (
    <main>
      <h1>How a task is created</h1>
      <button type="button" onClick={goDark}>
        Dark
      </button>
      <label>
        <input type="checkbox" checked={redisIsDown} onChange={(event) => setRedisIsDown(event.target.checked)} />
        Redis is down
      </label>
      <hopwise-flow
        src="/flows/create-task.md"
        index="/flows/index.md"
        fail={redisIsDown ? "redis-down" : ""}
        onhopwise-verdict={(event) => setVerdict(event.detail.headline)}
      />
      <output>{verdict}</output>
    </main>
  );
}
