import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cutTo, padTo, widthOf } from "../../../src/cli/columns.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { runHopwise } from "./run-hopwise.ts";

test("a column is as wide as the terminal draws it, and no sign is cut in two", () => {
  expect(padTo(8, "在庫")).toBe("在庫    ");
  expect(padTo(2, "longer")).toBe("longer");
  expect(cutTo(8, "在庫サービス")).toBe("在庫サ…");
  expect(cutTo(12, "在庫サービス")).toBe("在庫サービス");
  expect(cutTo(4, "a👩‍💻bcd")).toBe("a👩‍💻…");
});

test("what stands behind Japanese names stands in one column", async () => {
  const folder = tempFolder();
  const hop = (title: string) =>
    `## Hop — ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n  A->>B: go\n\`\`\`\n\n- Latency: 10 ms\n\n`;
  writeFileSync(join(folder, "order.md"), `# 注文\n\n${hop("画面から注文サービスへ")}${hop("Api to store")}`);
  const { out } = await runHopwise(["outline", "order.md"], { folder });
  const columns = out.split("\n").flatMap((line) => {
    const at = line.indexOf("1 message");
    return at < 0 ? [] : [widthOf(line.slice(0, at))];
  });
  expect(columns).toHaveLength(2);
  expect(new Set(columns).size).toBe(1);
});
