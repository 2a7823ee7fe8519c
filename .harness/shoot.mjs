import { chromium } from "playwright-core";
const base = "http://localhost:5105/.harness/";
const shots = JSON.parse(process.argv[2]);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ") });
for (const s of shots) {
  const page = await browser.newPage({ viewport: { width: s.w ?? 1440, height: s.hh ?? 900 } });
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(s.name, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(s.name, "pageerror", e.message));
  await page.goto(base + "?" + s.q, { waitUntil: "networkidle" });
  for (const c of s.click ?? []) await page.click(c);
  if (s.wait) await page.waitForTimeout(s.wait);
  if (s.eval) console.log(s.name, JSON.stringify(await page.evaluate(s.eval)));
  await page.screenshot({ path: `/tmp/wf-${s.name}.png`, ...(s.clip === false ? {} : { clip: { x: 0, y: (s.hh ?? 900) - (s.ch ?? 360), width: s.w ?? 1440, height: s.ch ?? 360 } }) });
  await page.close();
}
await browser.close();
