import type { Diagram, DiagramBlock, Statement } from "../model/diagram.ts";

/** More nesting than anyone can read; deeper blocks would only be there to exhaust the call stack. */
export const deepestNesting = 100;

/** Everything in a block, its frames taken away, in the order of the text. A stack of its own, for any depth. */
function flatten(block: DiagramBlock): Statement[] {
  const flat: Statement[] = [];
  const waiting: Statement[] = [block];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.kind !== "block") flat.push(each);
    else waiting.push(...each.branches.flatMap((branch) => branch.statements).reverse());
  }
  return flat;
}

function limit(statements: readonly Statement[], depth: number, cut: DiagramBlock[]): readonly Statement[] {
  if (!statements.some((each) => each.kind === "block")) return statements;
  return statements.flatMap((each): readonly Statement[] => {
    if (each.kind !== "block") return [each];
    if (depth >= deepestNesting) {
      cut.push(each);
      return flatten(each);
    }
    const branches = each.branches.map((branch) => ({
      ...branch,
      statements: limit(branch.statements, depth + 1, cut),
    }));
    return [{ ...each, branches }];
  });
}

/** The diagram with the frames of too deep blocks left out (their messages stay), and the first such block. */
export function limitDepth(diagram: Diagram): { readonly diagram: Diagram; readonly cut: DiagramBlock | undefined } {
  const cut: DiagramBlock[] = [];
  const statements = limit(diagram.statements, 0, cut);
  return { diagram: { ...diagram, statements }, cut: cut[0] };
}
