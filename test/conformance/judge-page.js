// Runs in the browser: reads a text with Mermaid's own parser and says what its database holds.
import mermaid from "/mermaid.esm.min.mjs";

mermaid.initialize({ startOnLoad: false, logLevel: 5 });

const arrows = {
  SOLID_OPEN: "->",
  DOTTED_OPEN: "-->",
  SOLID: "->>",
  DOTTED: "-->>",
  SOLID_CROSS: "-x",
  DOTTED_CROSS: "--x",
  SOLID_POINT: "-)",
  DOTTED_POINT: "--)",
  BIDIRECTIONAL_SOLID: "<<->>",
  BIDIRECTIONAL_DOTTED: "<<-->>",
  SOLID_TOP: "-|\\",
  SOLID_BOTTOM: "-|/",
  STICK_TOP: "-\\\\",
  STICK_BOTTOM: "-//",
  SOLID_TOP_DOTTED: "--|\\",
  SOLID_BOTTOM_DOTTED: "--|/",
  STICK_TOP_DOTTED: "--\\\\",
  STICK_BOTTOM_DOTTED: "--//",
  SOLID_ARROW_TOP_REVERSE: "/|-",
  SOLID_ARROW_BOTTOM_REVERSE: "\\|-",
  STICK_ARROW_TOP_REVERSE: "//-",
  STICK_ARROW_BOTTOM_REVERSE: "\\\\-",
  SOLID_ARROW_TOP_REVERSE_DOTTED: "/|--",
  SOLID_ARROW_BOTTOM_REVERSE_DOTTED: "\\|--",
  STICK_ARROW_TOP_REVERSE_DOTTED: "//--",
  STICK_ARROW_BOTTOM_REVERSE_DOTTED: "\\\\--",
};
const openings = {
  LOOP_START: "loop",
  ALT_START: "alt",
  OPT_START: "opt",
  PAR_START: "par",
  PAR_OVER_START: "par_over",
  RECT_START: "rect",
  CRITICAL_START: "critical",
  BREAK_START: "break",
  ALT_ELSE: "alt branch",
  PAR_AND: "par branch",
  CRITICAL_OPTION: "critical branch",
};
const closings = {
  LOOP_END: "loop",
  ALT_END: "alt",
  OPT_END: "opt",
  PAR_END: "par",
  RECT_END: "rect",
  CRITICAL_END: "critical",
  BREAK_END: "break",
};

const area = document.createElement("textarea");
function decode(html) {
  area.innerHTML = html;
  return area.value;
}
// Mermaid hides entities in signs of its own until it draws.
const asWritten = (id) => id.replace(/ﬂ°°|ﬂ°/g, "#").replace(/¶ß/g, ";");
const shown = (text) =>
  String(text ?? "")
    .replace(/<\/?br\s*\/?>/gi, "\n")
    .replace(/ﬂ°°(\d+)¶ß|ﬂ°(\w+?)¶ß/g, (_, code, name) => decode(code ? `&#${code};` : `&${name};`));

async function read(text) {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (diagram.type !== "sequence") throw new Error(`read as ${diagram.type}`);
  const { db } = diagram;
  const names = Object.fromEntries(Object.entries(db.LINETYPE).map(([name, type]) => [type, name]));
  const boxes = db.getBoxes();
  const participants = db.getActorKeys().map((key) => {
    const { box, type, description } = db.getActor(key);
    const place = box ? `, box ${boxes.indexOf(box)}` : "";
    return `${asWritten(key)} (${type}${place}) ${JSON.stringify(shown(description))}`;
  });
  const marks = new Map();
  const mark = (index, line) => marks.set(index, [...(marks.get(index) ?? []), line]);
  const lines = [];
  for (const [id, index] of db.getCreatedActors()) mark(index, `create ${asWritten(id)}`);
  for (const [id, index] of db.getDestroyedActors()) mark(index, `destroy ${asWritten(id)}`);
  db.getMessages().forEach((message, index) => {
    lines.push(...(marks.get(index) ?? []));
    const name = names[message.type];
    const wrapped = message.wrap ? " wrapped" : "";
    const said = JSON.stringify(shown(message.message));
    const from = asWritten(message.from ?? "");
    const to = asWritten(message.to ?? "");
    if (arrows[name]) {
      const circle = message.centralConnection;
      const before =
        circle === db.LINETYPE.CENTRAL_CONNECTION_REVERSE || circle === db.LINETYPE.CENTRAL_CONNECTION_DUAL;
      const after = circle === db.LINETYPE.CENTRAL_CONNECTION || circle === db.LINETYPE.CENTRAL_CONNECTION_DUAL;
      lines.push(`${from} ${before ? "()" : ""}${arrows[name]}${after ? "()" : ""} ${to}: ${said}${wrapped}`);
    } else if (openings[name]) lines.push(`${openings[name]} ${said}`);
    else if (closings[name]) lines.push(`end ${closings[name]}`);
    else if (name === "ACTIVE_START") lines.push(`activate ${from}`);
    else if (name === "ACTIVE_END") lines.push(`deactivate ${from}`);
    else if (name === "NOTE") {
      const place = ["left", "right", "over"][message.placement];
      const both = place === "over" && from !== to ? `${from},${to}` : from;
      lines.push(`note ${place} ${both}: ${said}${wrapped}`);
    } else if (name === "AUTONUMBER") {
      const { start, step, visible } = message.message;
      lines.push(`autonumber ${visible} ${start ?? "-"} ${start === undefined ? "-" : (step ?? "-")}`);
    } else if (!name?.startsWith("CENTRAL")) lines.push(`unknown ${name}`);
  });
  lines.push(...(marks.get(db.getMessages().length) ?? []));
  return {
    participants,
    boxes: boxes.map(({ fill, name }) => `${fill} ${JSON.stringify(shown(decode(name ?? "")))}`),
    lines,
    title: shown(decode(db.getDiagramTitle())).trim(),
    accTitle: shown(decode(db.getAccTitle())).trim(),
    accDescr: shown(decode(db.getAccDescription())).trim(),
  };
}

window.judge = async (texts) => {
  const judged = [];
  for (const text of texts) {
    try {
      judged.push({ view: await read(text) });
    } catch (error) {
      const message = String(error?.message ?? error);
      const line = /on line (\d+)/.exec(message);
      judged.push({ error: message.split("\n")[0], ...(line && { line: Number(line[1]) }) });
    }
  }
  return judged;
};
