import type { Diagram, DiagramBlock, Statement } from "../../src/model/diagram.ts";
import type { View } from "./view.ts";

/** Our own reading in the form in which it is compared with Mermaid's. */
export function viewDiagram(diagram: Diagram): View {
  const lines: string[] = [];
  addStatements(lines, diagram.statements);
  return {
    participants: diagram.participants.map(
      ({ id, shape, box, label }) =>
        `${id} (${shape}${box === undefined ? "" : `, box ${box}`}) ${JSON.stringify(label)}`,
    ),
    boxes: diagram.boxes.map(({ color, title }) => `${color ?? "transparent"} ${JSON.stringify(title)}`),
    lines,
    title: diagram.title ?? "",
    accTitle: diagram.accTitle ?? "",
    accDescr: diagram.accDescr ?? "",
  };
}

function addStatements(lines: string[], statements: readonly Statement[]): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case "message": {
        const { from, to, arrow, activates, deactivates, text, wrap } = statement;
        const circles = `${arrow.centralFrom ? "()" : ""}${arrow.token}${arrow.centralTo ? "()" : ""}`;
        lines.push(`${from} ${circles} ${to}: ${JSON.stringify(text)}${wrap ? " wrapped" : ""}`);
        if (activates) lines.push(`activate ${to}`);
        if (deactivates) lines.push(`deactivate ${from}`);
        break;
      }
      case "note":
        lines.push(
          `note ${statement.position} ${[...new Set(statement.over)].join(",")}: ${JSON.stringify(statement.text)}${statement.wrap ? " wrapped" : ""}`,
        );
        break;
      case "block":
        addBlock(lines, statement);
        break;
      case "declaration":
        if (statement.create) lines.push(`create ${statement.id}`);
        break;
      case "destroy":
        lines.push(`destroy ${statement.id}`);
        break;
      case "activation":
        lines.push(`${statement.active ? "activate" : "deactivate"} ${statement.id}`);
        break;
      case "autonumber":
        // Mermaid fills in a step of 1 where only the first number is given.
        lines.push(
          `autonumber ${statement.on} ${statement.start ?? "-"} ${statement.start === undefined ? "-" : (statement.step ?? 1)}`,
        );
        break;
      case "other":
        break;
    }
  }
}

function addBlock(lines: string[], block: DiagramBlock): void {
  block.branches.forEach((branch, index) => {
    const text = block.type === "rect" ? (block.color ?? "") : branch.text;
    const word = index > 0 ? `${block.type} branch` : block.overlaps ? "par_over" : block.type;
    lines.push(`${word} ${JSON.stringify(text)}`);
    addStatements(lines, branch.statements);
  });
  lines.push(`end ${block.type}`);
}
